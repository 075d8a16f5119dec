import { readingWords } from './reading-words.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import { printInstant } from '../../shared/vietnamese/dates.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { listRegisterRows } from '../store/register-store.ts'
import { listReadings } from '../store/submission-rows.ts'
import { findEffective } from '../store/submission-store.ts'
import { draftFinding, sourceOf, type DraftFinding, type Scene } from './scene.ts'

/** R1 and R2: who has not sent, who sent late. A unit whose file waits for a decision is neither. */
export function findRegisterTrouble({ store, period }: Scene): DraftFinding[] {
  return listRegisterRows(store, period.code).flatMap(({ code, name, receivedAt, heldAt }) => {
    if (receivedAt === null) return heldAt === null ? [draftFinding('R1', 'warning', code, { params: { unit: code, unitName: name } })] : []
    if (Date.parse(receivedAt) <= Date.parse(period.dueAt)) return []
    const params = { unit: code, unitName: name, received: printInstant(receivedAt), due: printInstant(period.dueAt) }
    return [draftFinding('R2', 'info', code, { expected: period.dueAt, actual: receivedAt, params })]
  })
}

/** R3: an adjustment over a figure that has changed since. */
export function findSuspendedAdjustments({ store, period, programme, units }: Scene): DraftFinding[] {
  return listAdjustments(store, period.code)
    .filter(({ state }) => state === 'suspended')
    .map(({ unit, field, value, reportedState, reportedValue }) => {
      const submission = findEffective(store, period.code, unit)
      const now = submission && listReadings(store, submission.key).find((reading) => reading.field === field)
      const file = submission && findReceivedFile(store, submission.sha256)
      const before = readingWords({ state: reportedState, value: reportedValue })
      const after = readingWords(now ?? { state: 'blank', value: null })
      const label = programme.fields.find(({ code }) => code === field)?.label.vi ?? field
      return draftFinding('R3', 'blocking', unit, {
        subject: field,
        expected: reportedValue === null ? reportedState : String(reportedValue),
        actual: now ? (now.value === null ? now.state : String(now.value)) : 'blank',
        params: { unit, unitName: units.get(unit)?.name ?? unit, field, label, expected: before, actual: after, value: formatCount(value) },
        sources: file && now ? [sourceOf(store, file, now.source)] : [],
      })
    })
}
