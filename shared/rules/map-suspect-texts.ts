import { submissionFinding, type FindingDetails, type SubmissionFinding } from '../domain/finding.ts'
import { decodeCellText, legacyEncodingOfFont } from '../vietnamese/legacy-fonts.ts'
import { repairText, type TextRepair } from '../vietnamese/repair-text.ts'
import { decodeAs, voteEncoding } from '../vietnamese/vote-encoding.ts'
import type { InputCell } from './map-input-cells.ts'
import { addressOf } from './map-texts.ts'

type TextCell = { sheet: string; address: string; before: string; after: string; isSilent: boolean }

const shownLetters = 60
const encodingNames = { tcvn3: 'TCVN3', vni: 'VNI' } as const

/**
 * Rules M36 to M38 of SPEC.md: texts that came through a wrong door, as far as the letters alone tell. Everything stays as
 * it came; the findings show one text before and after. Each at most once per file.
 */
export function suspectTexts(inputs: readonly InputCell[]): SubmissionFinding[] {
  const texts = inputs.flatMap(textCells)
  return [...votedEncoding(texts.filter(({ isSilent }) => isSilent)), ...repairs(texts)]
}

const isMarked = /\P{ASCII}/u

function textCells({ cell, sheet, row, column }: InputCell): TextCell[] {
  if (cell?.kind !== 'text' || cell.withoutResult === true) return []
  const before = String(cell.value)
  const after = decodeCellText(cell).text
  const isSilent = legacyEncodingOfFont(cell.fontName) === null && cell.runs === undefined && isMarked.test(before)
  return [{ sheet: sheet.name, address: addressOf({ row, column }), before, after, isSilent }]
}

/** A weak vote is no more than a word that can be read in two ways. */
function votedEncoding(texts: readonly TextCell[]): SubmissionFinding[] {
  const { suggestion, confidence } = voteEncoding(texts.map(({ after }) => after))
  if (suggestion === 'unicode' || confidence === 'weak') return []
  const changed = texts
    .map((text) => ({ ...text, after: decodeAs(text.after, suggestion) }))
    .filter(({ before, after }) => before.normalize('NFC') !== after)
  return changed.length === 0 ? [] : [submissionFinding('M36', 'warning', shown(changed, { encoding: encodingNames[suggestion] }))]
}

function repairs(texts: readonly TextCell[]): SubmissionFinding[] {
  const repaired = texts.flatMap((text) => {
    const repair = repairText(text.after)
    return repair ? [{ ...text, before: text.after, after: repair.repaired, trouble: repair.trouble }] : []
  })
  const of = (...troubles: TextRepair['trouble'][]) => repaired.filter(({ trouble }) => troubles.includes(trouble))
  const lost = of('lost_letters')
  const garbled = of('double_encoded', 'look_alikes')
  // One word of the kind is more likely a slip of the pen.
  const lostWords = lost.reduce((sum, { before, after }) => sum + wordsThatDiffer(before, after), 0)
  return [
    ...(lostWords > 1 ? [submissionFinding('M37', 'warning', shown(lost))] : []),
    ...(garbled.length > 0 ? [submissionFinding('M38', 'warning', shown(garbled))] : []),
  ]
}

function wordsThatDiffer(before: string, after: string): number {
  const words = before.split(/\s+/)
  return after.split(/\s+/).filter((word, index) => word !== words[index]).length
}

function shown(texts: readonly TextCell[], params: Readonly<Record<string, string>> = {}): FindingDetails {
  const [example] = texts as [TextCell]
  // From the first letter that differs, so that the example shows what it is about.
  const from = Math.max(0, firstDifference(example.before, example.after) - shownLetters / 2)
  const cut = (text: string): string => `${from > 0 ? '…' : ''}${text.slice(from, from + shownLetters)}`
  return {
    actual: String(texts.length),
    params: { count: texts.length, before: cut(example.before), after: cut(example.after), ...params },
    cells: texts.map(({ sheet, address }) => ({ sheet, cell: address })),
  }
}

function firstDifference(before: string, after: string): number {
  let index = 0
  while (index < before.length && before[index] === after[index]) index += 1
  return index
}
