import { Button, Menu } from '@mantine/core'
import { reportButtons } from '../../../shared/messages/report-page.ts'
import { signOffButtons, signOffTexts } from '../../../shared/messages/sign-off-page.ts'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { MoreMenu } from '../../ui/more-menu.tsx'
import { symbolOf } from './document-symbol.ts'
import type { SignOffAct, SignOffOffers } from '../../client/sign-off-offers.ts'

type SignOffBarProps = { road: ReportRoadView; offers: SignOffOffers; onAct: (act: SignOffAct) => void }

const rareActs: readonly SignOffAct[] = ['export', 'intake', 'withdraw']

/** Who is waited for, and what this person can do now: one thing first. */
export function SignOffBar({ road, offers, onAct }: SignOffBarProps) {
  const { language, say } = useLanguage()
  const button = useActButton(road)
  const { report, number, supersededBy, blockers } = road
  const given = report.state === 'superseded' ? supersededBy : number
  // A menu of one is a press more and no button less.
  const rare = offers.others.filter((act) => rareActs.includes(act))
  const behind = rare.length > 1 ? rare : []
  const plain = offers.others.filter((act) => !behind.includes(act))
  const params = given ? { number: symbolOf(given), day: printDay(given.day) } : {}
  return (
    <div className="sign-off">
      <p className="sign-off-wait" role="status">
        {say(signOffTexts[`wait_${report.state}`], params)}
        {blockers.flatMap(({ code }) =>
          code === 'stale' || code === 'own_work' || code === 'own_review' ? [` ${say(signOffTexts[code])}`] : [],
        )}
      </p>
      <div className="sign-off-acts">
        {offers.primary && <Button onClick={() => onAct(offers.primary!)}>{button(offers.primary, language)}</Button>}
        {plain.map((act) => (
          <Button key={act} variant="default" onClick={() => onAct(act)}>
            {button(act, language)}
          </Button>
        ))}
        {behind.length > 0 && (
          <MoreMenu label={say(signOffButtons.moreSteps)}>
            {behind.map((act) => (
              <Menu.Item key={act} onClick={() => onAct(act)}>
                {button(act, language)}
              </Menu.Item>
            ))}
          </MoreMenu>
        )}
      </div>
    </div>
  )
}

/** The verb on the button of an act. */
export function useActButton({ report, blockers }: ReportRoadView): (act: SignOffAct, language: 'vi' | 'en') => string {
  const { say } = useLanguage()
  const count = (code: string, language: 'vi' | 'en'): string =>
    formatSmallCount(blockers.find((one) => one.code === code)?.count ?? 0, language)
  return (act, language) => {
    if (act === 'review') return say(reportButtons.review)
    if (act === 'answer') return say(signOffButtons.answerRemarks, { count: count('remarks_open', language) })
    if (act === 'settle') return say(signOffButtons.settle, { count: count('blocked', language) })
    if (act === 'sign') return say(report.state === 'issued' ? signOffButtons.signOffice : signOffButtons.sign)
    return say(signOffButtons[act])
  }
}
