import type { ReportModel, ReportSource } from '../../domain/report.ts'
import type {
  ReturnedParagraph,
  ReturnedPlace,
  ReturnedReport,
  ReturnedRun,
  ReturnedView,
  StrayNumber,
} from '../../domain/returned-report.ts'
import { figureName, type ReportFigure } from '../../domain/report-text.ts'
import { assembleReport } from '../assemble-report.ts'
import { openText } from '../assemble-sections.ts'
import { refreshTokens, staleFigures } from '../figure-tokens.ts'
import { wordingOf } from '../list-paragraphs.ts'
import { printedWords } from '../override-paragraphs.ts'
import { textPrint } from '../text-print.ts'
import { tidyText } from '../../vietnamese/text-key.ts'
import { keepReferences } from './keep-references.ts'
import { listHeadings, listPlaces, type Place } from './list-places.ts'
import { exportedKeys, keyPrint, readMark, shortPrint, shownPrint } from './paragraph-mark.ts'
import { likeness, wordChanges } from './word-changes.ts'

/** A line of the file: whose it is, and whether it is as it was written there, one of so many `lines`. `text` with figures as `[[ref|shown]]`. */
type Line = { text: string; place: Place | undefined; section: string | null | undefined; isAsWritten: boolean; lines: number }

/** At least as like a paragraph that lost its mark has to be. */
const leastLikeness = 0.6

/**
 * WD3: an edited Word file against the report as it stands, place by place. Paragraphs are known by their mark, those without by
 * their words under the same heading; a new one belongs to the place before it, or to the section's own text at its end.
 */
export function compareReturned(source: ReportSource, figures: readonly ReportFigure[], returned: ReturnedReport): ReturnedView {
  const model = assembleReport(source)
  const places = listPlaces(source)
  const { lines, untaken } = readLines(source, model, places, figures, returned)
  const linesOf = Map.groupBy(placeLines(lines, places), ({ place }) => place)
  const exported = exportedKeys(returned.properties)
  return {
    places: places.flatMap((place) => {
      const own = linesOf.get(place) ?? []
      // What came up since then is not in the file, and nobody took it out.
      if (own.length === 0 && exported?.has(shortPrint(place.key)) !== true) return []
      return [comparePlace(place, own, figures)]
    }),
    untaken,
    cells: strayCells(model, returned.cells),
  }
}

function comparePlace(place: Place, lines: readonly Line[], figures: readonly ReportFigure[]): ReturnedPlace {
  const before = place.text
  const joined = lines.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n')
  const isUntouched = lines.length > 0 && lines.every((line) => line.isAsWritten && line.lines === lines.length)
  const after = isUntouched ? joined : keepReferences(before, joined)
  const numbers: StrayNumber[] = staleFigures(after, figures)
  const isSame = wordingOf(before) === wordingOf(after)
  const state = isUntouched
    ? 'unchanged'
    : isSame
      ? printedWords(before) === printedWords(after) || numbers.length === 0
        ? 'unchanged'
        : 'number'
      : before === ''
        ? 'added'
        : after === ''
          ? 'removed'
          : 'changed'
  const taken = refreshTokens(after, figures).text
  return {
    key: place.key,
    section: place.section,
    state,
    before,
    after: state === 'unchanged' || state === 'number' ? before : taken,
    changes: state === 'unchanged' ? [] : wordChanges(printedWords(before), printedWords(after)),
    numbers,
    print: textPrint(before, taken),
  }
}

/** The lines of the body up to the closing sentence, and what was edited where nothing is taken from. */
function readLines(
  source: ReportSource,
  model: ReportModel,
  places: readonly Place[],
  figures: readonly ReportFigure[],
  { paragraphs }: ReturnedReport,
): { lines: Line[]; untaken: string[] } {
  const placeOf = new Map(places.map((place) => [keyPrint(place.key), place]))
  const listed = listHeadings(source)
  const headings = new Map(listed.map(({ text, section }) => [tidyText(text), section]))
  const frame = frameTexts(model)
  const appendix = new Set(model.appendices.map(({ title }) => tidyText(title)))
  const refs = new Set(figures.map(({ ref }) => ref))
  const lines: Line[] = []
  const untaken: string[] = []
  // What begins the report without a heading begins below its title.
  const begin = places[0]?.section
  let section: string | null | undefined = listed[0]?.section === begin ? undefined : begin
  for (const paragraph of paragraphs) {
    const text = lineOf(paragraph, refs)
    const printed = printedWords(text)
    if (appendix.has(printed)) break
    const mark = paragraph.marks.map(readMark).find((one) => one !== undefined && placeOf.has(one.key))
    const place = mark && placeOf.get(mark.key)
    if (place) section = place.section
    else if (headings.has(printed)) section = headings.get(printed)
    if (printed === '' || headings.has(printed) || (!place && frame.has(printed))) continue
    if (!place && (paragraph.isHeading || section === undefined)) untaken.push(printed)
    else {
      const line = paragraph.isListed && !/^[-+•–]\s/u.test(text) ? `${/^\+\s/u.test(place?.text ?? '') ? '+' : '-'} ${text}` : text
      const isAsWritten = mark !== undefined && mark.text === shownPrint(printedWords(line))
      // A gap that is still open says nothing, and is no new paragraph.
      const isOpen = printed === tidyText(openText)
      if (!isOpen || place) lines.push({ text: isOpen ? '' : line, place, section, isAsWritten, lines: mark?.lines ?? 0 })
    }
  }
  return { lines, untaken }
}

/** Figures of this report keep their name; the rest is text, with odd spaces put right. */
function lineOf({ runs }: ReturnedParagraph, refs: ReadonlySet<string>): string {
  const written = runs.map(({ text, tag }: ReturnedRun) => {
    const [, before = '', shown = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
    const name = tag === undefined ? '' : figureName(tag)
    return refs.has(name) && shown !== '' && !/[\]|\n]/u.test(shown) ? `${before}[[${name}|${shown}]]${after}` : text
  })
  return tidyText(written.join(''))
}

/** Lines of the paper that belong to no place. */
function frameTexts({ head, documentType, subject, addressee, marks, recipients }: ReportModel): ReadonlySet<string> {
  const people = recipients.items.map((runs) => runs.map(({ text }) => text).join(''))
  const lines = [head.superior, head.issuer, head.number, head.placeAndDate, documentType, ...subject, addressee, marks.draft, marks.data]
  return new Set([...lines, recipients.title, ...people, '-----', '*'].flatMap((line) => (line === null ? [] : [tidyText(line)])))
}

/** WD3: every line gets a place; what belongs to none is left to the section's own text. */
function placeLines(lines: readonly Line[], places: readonly Place[]): (Line & { place: Place })[] {
  const marked = Map.groupBy(lines, ({ place }) => place)
  const last = places.findLast(({ section }) => section !== null)?.section
  const free = places.flatMap((place) => {
    const found = new Set((marked.get(place) ?? []).map(({ text }) => printedWords(text)))
    const missed = place.text
      .split('\n')
      .map(printedWords)
      .filter((text) => text !== '' && !found.has(text))
    return missed.map((text) => ({ place, text, isTaken: false }))
  })
  // The closing sentence stands below the last section.
  const isNearBy = ({ section }: Place, line: Line): boolean => section === line.section || (section === null && line.section === last)
  const guessed = lines.map((line) => {
    if (line.place) return line
    const rated = free
      .filter((one) => !one.isTaken && isNearBy(one.place, line))
      .map((one) => ({ one, rate: likeness(one.text, printedWords(line.text)) }))
    const best = rated.toSorted((a, b) => b.rate - a.rate)[0]
    if (!best || best.rate < leastLikeness) return line
    best.one.isTaken = true
    return { ...line, place: best.one.place }
  })
  return guessed.flatMap((line, index) => {
    if (line.place) return [{ ...line, place: line.place }]
    const isNear = (one: Line): boolean => one.place !== undefined && one.section === line.section
    const earlier = guessed.slice(0, index).findLast(isNear)?.place
    const later = guessed.slice(index + 1).find(isNear)?.place
    const written = places.find(({ kind, section }) => kind === 'written' && section === line.section)
    const place = later === undefined || later.kind === 'written' ? (written ?? earlier) : (earlier ?? later)
    return place ? [{ ...line, place }] : []
  })
}

/** Controls in tables whose number is not the report's; tables are never taken from a file. */
function strayCells({ blocks, appendices }: ReportModel, cells: readonly ReturnedRun[]): ReturnedView['cells'] {
  const tables = [
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    ...appendices.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []))),
  ]
  return cells.flatMap(({ tag = '', text }) => {
    const [, table, row, column] = /^cell:(\d+)\/(\d+)\/(\d+)$/.exec(tag) ?? []
    const now = tables[Number(table) - 1]?.rows[Number(row) - 1]?.cells[Number(column) - 1]
    const shown = tidyText(text)
    return now === undefined || tidyText(now) === shown ? [] : [{ cell: `${table}/${row}/${column}`, shown, now }]
  })
}
