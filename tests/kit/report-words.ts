import type { AppendixPart, Block, ReportModel, Table } from '../../shared/domain/report.ts'
import { countWords, wordsOf } from './read-pdf.ts'

/** Every text of the model that stands in running text or a table; initials join the word before them and are looked at apart. */
function textsOf(model: ReportModel): string[] {
  const ofTable = (table: Table): string[] => [
    ...table.columns.map((column) => column.head),
    ...table.rows.flatMap((row) => (row.spanFrom === undefined ? row.cells : row.cells.slice(0, row.spanFrom + 1))),
  ]
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'table') return ofTable(block.table)
    if (block.kind === 'bars') return [...block.bars.flatMap((bar) => [bar.label, bar.valueText, bar.targetText]), block.legend]
    return block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [block.text]
  }
  const ofPart = (part: AppendixPart): string[] => (part.kind === 'table' ? ofTable(part.table) : [part.text])
  const { head, signature } = model
  return [
    head.superior ?? '',
    head.issuer,
    head.number,
    head.placeAndDate,
    model.documentType,
    ...model.subject,
    model.addressee ?? '',
    model.marks.draft ?? '',
    model.marks.data ?? '',
    ...model.profile.head.country.map(({ text }) => text),
    ...model.blocks.flatMap(ofBlock),
    model.closing,
    signature.authority,
    signature.position,
    signature.name,
    ...model.appendices.flatMap((appendix) => [appendix.title, appendix.name, appendix.attached, ...appendix.parts.flatMap(ofPart)]),
  ]
}

/** Words of the model that stand in the PDF less often than in the model. */
export function lostWords(model: ReportModel, bytes: Uint8Array): string[] {
  // Not the running text: it joins the five hyphens under the subject with the word on the next line.
  const printed = countWords(
    wordsOf(bytes)
      .flatMap(({ words }) => words.map(({ text }) => text))
      .join(' '),
  )
  return [...countWords(textsOf(model).join(' '))]
    .filter(([word, count]) => (printed.get(word) ?? 0) < count)
    .map(([word, count]) => `${word} ${printed.get(word) ?? 0}/${count}`)
}
