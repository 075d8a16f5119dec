import type { Appendix, AppendixPart, Block, ReportModel, ReportSource, Run, Table } from '../domain/report.ts'
import type { FigureOrigins, ReportWorkbook, SheetCell } from '../domain/report-tables.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { placeTones } from '../vietnamese/tone-placement.ts'
import { printedWords } from './override-paragraphs.ts'

const wordsIn = /[\p{L}\p{M}\p{N}]+/gu
/** So many words in a row that are the same are taken for the same passage. */
const passage = 4

/**
 * ST5: the house's orthography on the words of the program and the programme. What units and the office wrote, names of units and of
 * whoever signs stay as they were typed: a text, a line of it, or four words in a row of it.
 */
export function withHouseSpelling(model: ReportModel, source: ReportSource): ReportModel {
  const { spelling } = source.style
  if (spelling === 'as_written') return model
  const place = (text: string): string => placeTones(text, spelling)
  const isChanged = (text: string): boolean => place(text) !== text
  const quoted = quotedTexts(source, isChanged)
  const own = (text: string): string => (isChanged(text) ? placeAround(text, quoted, place) : text)
  const { head, signature } = model
  return {
    ...model,
    info: { ...model.info, title: place(model.info.title), subject: place(model.info.subject), author: place(model.info.author) },
    head: { ...head, superior: head.superior && place(head.superior), issuer: place(head.issuer), ...urgencyOf(head, place) },
    subject: model.subject.map(place),
    addressee: model.addressee && place(model.addressee),
    blocks: model.blocks.map((block) => ofBlock(block, own, place)),
    closing: own(model.closing),
    recipients: { ...model.recipients, items: model.recipients.items.map((runs) => runs.map((run) => ofRun(run, place))) },
    signature: { ...signature, authority: place(signature.authority), position: place(signature.position) },
    appendices: model.appendices.map((appendix) => ofAppendix(appendix, own, place)),
  }
}

/** The same in the tables of a report; the units' files and sheets keep their names, and so do the sheets that formulas name. */
export function withHouseSpellingOfTables(tables: ReportWorkbook, source: ReportSource, origins: FigureOrigins): ReportWorkbook {
  const { spelling } = source.style
  if (spelling === 'as_written') return tables
  const place = (text: string): string => placeTones(text, spelling)
  const isChanged = (text: string): boolean => place(text) !== text
  const known = quotedTexts(source, isChanged, textsIn(origins))
  const own = (text: string): string => (isChanged(text) ? placeAround(text, known, place) : text)
  const ofCell = (cell: SheetCell): SheetCell => (typeof cell === 'string' ? own(cell) : ofNote(cell, own))
  return {
    ...tables,
    title: place(tables.title),
    sheets: tables.sheets.map((sheet) => ({
      ...sheet,
      lines: sheet.lines.map((line) => ({ ...line, cells: line.cells.map(ofCell) })),
    })),
  }
}

const ofNote = (cell: Exclude<SheetCell, string>, own: Change): SheetCell =>
  cell !== null && 'note' in cell && cell.note !== undefined ? { ...cell, note: own(cell.note) } : cell

/** What the program and the programme say themselves. */
const ownParts: ReadonlySet<string> = new Set(['programme', 'period', 'profile', 'style', 'figures'])

type Change = (text: string) => string

const urgencyOf = ({ urgency }: ReportModel['head'], place: Change): { urgency?: string } =>
  urgency === undefined ? {} : { urgency: place(urgency) }

/** Raised letters are names of people. */
const ofRun = (run: Run, change: Change): Run => (run.raised ? run : { ...run, text: change(run.text) })

function ofBlock(block: Block, own: Change, place: Change): Block {
  if (block.kind === 'heading') return { ...block, text: place(block.text) }
  if (block.kind === 'paragraph') return { ...block, runs: block.runs.map((run) => ofRun(run, own)) }
  if (block.kind === 'table') return { ...block, table: ofTable(block.table, own) }
  if (block.kind === 'bars')
    return { ...block, bars: block.bars.map((bar) => ({ ...bar, label: place(bar.label) })), legend: place(block.legend) }
  return { ...block, text: own(block.text) }
}

const ofTable = (table: Table, own: Change): Table => ({
  columns: table.columns.map((column) => ({ ...column, head: own(column.head) })),
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(own) })),
})

const ofAppendix = (appendix: Appendix, own: Change, place: Change): Appendix => ({
  ...appendix,
  title: place(appendix.title),
  name: place(appendix.name),
  attached: place(appendix.attached),
  parts: appendix.parts.map((part): AppendixPart =>
    part.kind === 'table' ? { ...part, table: ofTable(part.table, own) } : { ...part, text: own(part.text) },
  ),
})

type Quoted = { whole: ReadonlySet<string>; passages: ReadonlySet<string>; names: readonly string[] }

/** Everything of the source that somebody wrote; only what the orthography would change has to be known. */
function quotedTexts(source: ReportSource, isChanged: (text: string) => boolean, moreNames: readonly string[] = []): Quoted {
  const said = Object.entries(source).flatMap(([part, value]) => (ownParts.has(part) ? [] : [value as unknown]))
  const lines = textsIn(said)
    .filter(isChanged)
    .flatMap((text) => [text, ...text.split('\n')])
    .map((text) => tidyText(printedWords(text)))
    .filter(isChanged)
  return {
    whole: new Set(lines),
    passages: new Set(lines.flatMap((line) => passagesOf(wordsOf(line).map(([word]) => word)))),
    names: [...source.units.map(({ name }) => name), ...moreNames].map(tidyText).filter(isChanged),
  }
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []

const wordsOf = (text: string): RegExpExecArray[] => [...text.matchAll(wordsIn)]

const passagesOf = (words: readonly string[]): string[] =>
  words.slice(0, 1 - passage).map((_, index) => words.slice(index, index + passage).join(' '))

function placeAround(text: string, { whole, passages, names }: Quoted, place: Change): string {
  if (whole.has(tidyText(text))) return text
  const words = wordsOf(text)
  const isKept = words.map(() => false)
  for (const [index, key] of passagesOf(words.map(([word]) => word)).entries())
    if (passages.has(key)) isKept.fill(true, index, index + passage)
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      for (const [index, word] of words.entries()) if (word.index >= at && word.index < at + name.length) isKept[index] = true
  let end = 0
  let placed = ''
  for (const [index, word] of words.entries()) {
    placed += text.slice(end, word.index) + (isKept[index] ? word[0] : place(word[0]))
    end = word.index + word[0].length
  }
  return placed + text.slice(end)
}
