import type { HeldQuestion } from '../../../shared/contract/submissions.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { heldPageTexts } from '../../../shared/messages/intake-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { KeptSheet } from '../../client/kept-sheet.tsx'
import { useLanguage } from '../../ui/language.tsx'
import '../../ui/data-table.css'
import { ComesUpAgain } from './comes-up-again.tsx'
import './keyed.css'
import { KeyedSourceOf } from './keyed-source.tsx'
import './papers.css'
import { UnitVersions } from './unit-versions.tsx'
import { VersionChanges, VersionEffect } from './version-changes.tsx'

type EvidenceProps = { item: HeldQuestion; programme: Programme; nameOf: (code: string) => string }

const ofIdentity = ['M40', 'M41', 'M42']
const ofVersions = ['M46', 'M47', 'M51']

/** What helps to answer: who the file says it is from, or what differs and what that does to the province; then the sheet itself. */
export function HeldEvidence({ item, programme, nameOf }: EvidenceProps) {
  const rule = item.reasons[0]?.rule ?? ''
  return (
    <div className="held-evidence panel">
      {ofVersions.includes(rule) ? <Versions item={item} programme={programme} nameOf={nameOf} /> : null}
      {ofVersions.includes(rule) && item.unit !== null && <UnitVersions period={item.period} unit={item.unit} />}
      {ofIdentity.includes(rule) || (item.unit === null && isSaid(item)) ? <Claims item={item} nameOf={nameOf} /> : null}
      {item.keyed === null ? (
        <div className="evidence-sheet">
          <KeptSheet submission={item.id} fileName={item.originalName} cells={cellsOf(item)} />
        </div>
      ) : (
        <KeyedSourceOf id={item.keyed} />
      )}
    </div>
  )
}

/** A table of the unit's own has neither identity sheet nor cover: where its name says nothing either, there is nothing to compare. */
const isSaid = ({ claims }: HeldQuestion): boolean => claims.identity !== null || claims.cover !== null || claims.fileName.length > 0

/** What is asked about, outlined on the sheet: the cells of the question, else those in which it differs. */
function cellsOf({ reasons, difference, rivals }: HeldQuestion): { sheet: string; cell: string }[] {
  const asked = reasons[0]?.cells ?? []
  if (asked.length > 0) return asked
  const changes = rivals.length > 0 ? rivals.flatMap((rival) => rival.difference.figures) : (difference?.figures ?? [])
  return changes.some(({ old }) => old !== null)
    ? changes.flatMap(({ sheet, newCell }) => (newCell === null ? [] : [{ sheet, cell: newCell }]))
    : []
}

function Versions({ item, programme, nameOf }: EvidenceProps) {
  const { language, say } = useLanguage()
  const { difference, rivals, effect } = item
  // Against nothing everything is new, and a list of all of it says nothing.
  const isAgainstNothing =
    difference === null || (difference.texts.length + difference.figures.length > 0 && item.reasons[0]?.rule !== 'M46')
  return (
    <>
      {!isAgainstNothing && (
        <VersionChanges
          difference={difference}
          title={say(heldPageTexts.changes)}
          oldName={say(heldPageTexts.old)}
          programme={programme}
          nameOf={nameOf}
        />
      )}
      {rivals.map((rival) => (
        <VersionChanges
          key={rival.id}
          difference={rival.difference}
          title={say(heldPageTexts.changesOfRival, { file: rival.originalName, at: printInstant(rival.receivedAt, language) })}
          oldName={say(heldPageTexts.rival)}
          programme={programme}
          nameOf={nameOf}
        />
      ))}
      <VersionEffect effect={effect} programme={programme} />
      <ComesUpAgain item={item} programme={programme} />
      {rivals.length > 0 && <p>{say(heldPageTexts.others, { count: formatSmallCount(rivals.length, language) })}</p>}
    </>
  )
}

/** The sources side by side, so that the one that disagrees is seen at once. */
function Claims({ item: { claims, originalName }, nameOf }: Pick<EvidenceProps, 'item' | 'nameOf'>) {
  const { say } = useLanguage()
  const named = claims.fileName.map(nameOf).join(', ')
  const rows = [
    { source: say(heldPageTexts.claimIdentity), claim: claims.identity === null ? '' : nameOf(claims.identity) },
    { source: say(heldPageTexts.claimCover), claim: claims.cover === null ? '' : nameOf(claims.cover) },
    { source: `${say(heldPageTexts.claimName)}: ${originalName}`, claim: named },
  ]
  return (
    <section>
      <h2>{say(heldPageTexts.claims)}</h2>
      <table className="data-table">
        <tbody>
          {rows.map(({ source, claim }) => (
            <tr key={source}>
              <td>{source}</td>
              <td>{claim === '' ? <span className="silent">{say(heldPageTexts.silent)}</span> : <strong>{claim}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
