import type { Overview } from '../../../shared/contract/overview.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { disputeTexts } from '../../../shared/messages/overview-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { PlaceLink } from '../../client/place.tsx'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useRuleSayer } from '../../client/use-rule-sayer.ts'
import { useLanguage } from '../../ui/language.tsx'

/** The blocking findings that come first, each a way to where it is settled. */
export function Disputes({ view }: { view: Overview }) {
  const { language, say } = useLanguage()
  const sayRule = useRuleSayer(view.period.code)
  const my = useMyUnits(view.period.code)
  const shown = view.disputes.filter(({ unit }) => my.shows(unit))
  return (
    <section className="disputes" aria-labelledby="disputes">
      <h2 id="disputes">{say(disputeTexts.title)}</h2>
      {shown.length === 0 ? (
        <p className="quiet">{say(view.disputes.length === 0 ? disputeTexts.none : contactPageTexts.noneMine)}</p>
      ) : (
        <>
          <ul>
            {shown.map(({ id, rule, unitName, params }) => (
              <li key={id}>
                <PlaceLink page="reconcile" params={{ finding: id }}>
                  {unitName !== null && <strong>{unitName}: </strong>}
                  {sayRule(rule, params)}
                </PlaceLink>
              </li>
            ))}
          </ul>
          {view.findings.blocking > shown.length && (
            <PlaceLink className="more" page="reconcile">
              {say(disputeTexts.more, { count: formatSmallCount(view.findings.blocking, language) })}
            </PlaceLink>
          )}
        </>
      )}
    </section>
  )
}
