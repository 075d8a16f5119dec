import { Button, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { FileSearch, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import { useState } from 'react'
import type { Verification } from '../../../shared/contract/trust.ts'
import { reportKindNames, roadTexts } from '../../../shared/messages/report-page.ts'
import { verifyPageTexts } from '../../../shared/messages/verify-page.ts'
import { verifyCheckTexts, type VerifyCheckName } from '../../../shared/messages/verify.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StagedFile, Staging } from '../../client/host.ts'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useDrop } from '../../ui/use-drop.ts'

/** A PDF that is dropped or chosen is checked at once; a code on paper leads to the report it was printed for. */
export function VerifyPanel() {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const [file, setFile] = useState<StagedFile>()
  const [unread, setUnread] = useState<string>()
  const verified = useQuery(queries.trust.verifyFile.queryOptions({ input: file ? { file: file.file, language } : skipToken }))
  const take = ({ staged, unstaged }: Staging): void => {
    setUnread(staged[0] ? undefined : unstaged[0]?.name)
    if (staged[0]) setFile(staged[0])
  }
  const isOver = useDrop(true, (data) => void host.stageDropped(data).then(take))
  return (
    <section className="audit verify" data-over={isOver} aria-labelledby="verify">
      <h2 id="verify">{say(verifyPageTexts.title)}</h2>
      <div className="verify-ways">
        <div className="verify-drop">
          <FileSearch size={28} aria-hidden />
          <p>{say(isOver ? verifyPageTexts.over : verifyPageTexts.drop)}</p>
          <Button variant="default" onClick={() => void host.chooseFiles({ accept: '.pdf' }).then(take)}>
            {say(verifyPageTexts.choose)}
          </Button>
        </div>
        <CodeLookup />
      </div>
      {unread !== undefined && <Notice role="alert">{say(verifyPageTexts.unstaged, { name: unread })}</Notice>}
      {verified.error && <Trouble error={verified.error} />}
      {file && !verified.error && !verified.data && <p role="status">{say(verifyPageTexts.reading, { name: file.name })}</p>}
      {file && verified.data && <Verdict name={file.name} found={verified.data} />}
    </section>
  )
}

/** One sentence, then the three things that are asked of a paper; the rest is for who wants it exactly. */
function Verdict({ name, found }: { name: string; found: Verification }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const known = useQuery(queries.reports.road.queryOptions({ input: found.report === null ? skipToken : { report: found.report } }))
  const { lines, mark } = describeVerification(found)
  const Mark = { good: ShieldCheck, bad: ShieldAlert, open: ShieldQuestion }[mark]
  return (
    <div className="audit-outcome" data-intact={mark !== 'bad'} role={mark === 'bad' ? 'alert' : 'status'}>
      <Mark size={28} aria-hidden />
      <div>
        <p className="audit-verdict">
          {name}: {found.sentence}
        </p>
        <dl className="verify-lines">
          {lines.map(({ line, ok, details }) => (
            <div key={line} data-ok={String(ok)}>
              <dt>
                <span aria-hidden>{ok === null ? '–' : ok ? '✓' : '✗'}</span> {say(verifyPageTexts[line])}
              </dt>
              <dd>{details}</dd>
            </div>
          ))}
        </dl>
        {known.data && (
          <p>
            <ReportLink report={known.data.report} />
          </p>
        )}
        <details>
          <summary>{say(verifyPageTexts.details)}</summary>
          <table>
            <tbody>
              {found.checks.map((check) => (
                <tr key={check.name}>
                  <th scope="row">
                    <span aria-hidden>{check.ok === null ? '– ' : check.ok ? '✓ ' : '✗ '}</span>
                    {say(verifyCheckTexts[check.name as VerifyCheckName])}
                  </th>
                  <td>{check.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </div>
  )
}

type Line = { line: 'whole' | 'signer' | 'kept'; ok: boolean | null; details: string }

const wholeChecks = new Set(['readable', 'signed', 'digest', 'byte_range', 'covers_file', 'later_changes'])
const signerChecks = new Set(['signer', 'chain'])

/** What is wrong stands first; where all is well the last word of each kind says so. */
function describeVerification({ checks, integrity, trust, archive }: Verification): { lines: Line[]; mark: 'good' | 'bad' | 'open' } {
  const of = (names: ReadonlySet<string>): Verification['checks'] => checks.filter(({ name }) => names.has(name))
  const whole = of(wholeChecks)
  const wrong = whole.filter(({ ok }) => ok === false)
  const say = (list: Verification['checks']): string => list.map(({ detail }) => detail).join('; ')
  const signer = of(signerChecks)
  const trusted = { trusted: true, unknown: null, untrusted: false }[trust]
  const lines: Line[] = [
    { line: 'whole', ok: integrity, details: say(wrong.length > 0 ? wrong : whole.filter(({ name }) => name === 'covers_file')) },
    ...(signer.length === 0 ? [] : [{ line: 'signer', ok: trusted, details: say(signer) } as const]),
    { line: 'kept', ok: { match: true, differs: false, unknown: null }[archive], details: say(of(new Set(['archive']))) },
  ]
  const mark = !integrity || trust === 'untrusted' || archive === 'differs' ? 'bad' : trust === 'trusted' ? 'good' : 'open'
  return { lines, mark }
}

function ReportLink({
  report: { report, period, kind, state },
}: {
  report: { report: string; period: string; kind: keyof typeof reportKindNames; state: keyof typeof roadTexts }
}) {
  const { say } = useLanguage()
  return (
    <PlaceLink page="report" params={{ period, report }}>
      {say(verifyPageTexts.report, { kind: say(reportKindNames[kind]), period, state: say(roadTexts[state]) })}
    </PlaceLink>
  )
}

/** From the slip on the table to the report in the archive. */
function CodeLookup() {
  const { client } = useEngine()
  const { say } = useLanguage()
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const find = useMutation({ mutationFn: (typed: string) => client.reports.findByCode({ code: typed }) })
  const isMissing = code.trim() === ''
  return (
    <form
      className="verify-code"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isMissing) find.mutate(code)
      }}
    >
      <TextInput
        label={say(verifyPageTexts.code)}
        description={say(verifyPageTexts.codeHow)}
        value={code}
        maxLength={40}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isTried && isMissing ? say(verifyPageTexts.codeMissing) : undefined}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'hash' }}
      />
      <Button type="submit" variant="default" loading={find.isPending}>
        {say(verifyPageTexts.find)}
      </Button>
      {find.error && <Trouble error={find.error} />}
      {find.data && (
        <p role="status">
          <ReportLink report={find.data} />
        </p>
      )}
    </form>
  )
}
