/**
 * A whole process in which a person answers, and which ends itself without warning at its n-th step:
 * `node answer-child.ts WORKSPACE confirm|save|check [N]`. What was done already is refused and leaves everything as it is.
 */
import { checkEntry } from '../../../electron/import/keyed/check-entry.ts'
import { saveEntry } from '../../../electron/import/keyed/enter-figures.ts'
import { listEntries } from '../../../electron/import/keyed/list-entries.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { confirmMapping } from '../../../electron/import/mapping/confirm-mapping.ts'
import { proposeForHeld } from '../../../electron/import/mapping/propose-mapping.ts'
import type { KeyedFigure } from '../../../shared/domain/keyed-entry.ts'
import { openStepping } from './stepping-context.ts'

const [workspace = '', deed = '', lastStep = '0'] = process.argv.slice(2)
const actor = deed === 'check' ? 'Minh' : 'Lan'
const { context, steps, close } = openStepping(workspace, { lastStep: Number(lastStep), actor })
const period = '2026-H1'
const figures: KeyedFigure[] = [
  { field: 'um_total', state: 'value', value: 120 },
  { field: 'um_informed', state: 'value', value: 90 },
  { field: 'w_total', state: 'nil', value: null },
]

if (deed === 'confirm')
  for (const { id, choices } of listHeld(context, { period })) {
    if (!choices.includes('map')) continue
    const { proposal, units } = await proposeForHeld(context, { id })
    const inputs = proposal.suggestions.flatMap(({ name, cell, label }) => (cell ? [{ name, ...cell, label }] : []))
    await confirmMapping(context, { id, unit: units[0], mapping: { inputs, reading: proposal.reading } })
  }
for (const { id, state } of listEntries(context, { period })) {
  if (deed === 'save' && state === 'draft') await saveEntry(context, { id, figures, done: true })
  if (deed === 'check' && state === 'waiting') checkEntry(context, { id, figures })
}
process.stdout.write(`${JSON.stringify({ steps: steps() })}\n`)
await close()
