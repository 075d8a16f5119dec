import type { Run } from '../domain/report.ts'
import { figureName, type LooseNumber, type ReportFigure, type StaleFigure } from '../domain/report-text.ts'

/** `[[ref|shown]]`, as it stands in what the office wrote; `[[ref]]` is filled when it is kept. */
const token = /\[\[([a-z][\w.-]*)(?:\|([^\]|\n]*))?\]\]/gu

const stepsBefore = /(?:ngày|tháng|năm|quý|số|điều|khoản|mục|phụ lục|giai đoạn|lần|thứ|khóa|chương)\s*$/iu
const number = /(?<![\p{L}\p{N}/.,–-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?(?![\p{L}\p{N}/]|[-–.,]\d|-\p{L})/gu

/** RT1: the runs of a line; what stands for a figure keeps its name, the reader sees what was written. */
export function runsOfWritten(line: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of line.matchAll(token)) {
    if (match.index > from) runs.push({ text: line.slice(from, match.index) })
    const shown = match[2] ?? ''
    if (shown !== '') runs.push({ text: shown, figure: figureName(match[1]!) })
    from = match.index + match[0].length
  }
  if (from < line.length) runs.push({ text: line.slice(from) })
  return runs
}

/** The opposite of `runsOfWritten`. */
export const writtenOfRuns = (runs: readonly Pick<Run, 'text' | 'figure'>[]): string =>
  runs.map(({ text, figure }) => (figure === undefined ? text : `[[${figure}|${text}]]`)).join('')

const byRef = (figures: readonly ReportFigure[]): ReadonlyMap<string, string> => new Map(figures.map(({ ref, shown }) => [ref, shown]))

/** RT2: names that are no figure of this report, and names without what they show filled in. */
export function fillTokens(text: string, figures: readonly ReportFigure[]): { text: string; unknown: readonly string[] } {
  const known = byRef(figures)
  const unknown: string[] = []
  const filled = text.replace(token, (whole, ref: string, shown: string | undefined) => {
    if (shown !== undefined) return whole
    const name = figureName(ref)
    const now = known.get(name)
    if (now !== undefined) return `[[${name}|${now}]]`
    unknown.push(ref)
    return whole
  })
  return { text: filled, unknown }
}

/** RT3: figures in prose that show something else now; they change only when a person asks for it. */
export function staleFigures(text: string, figures: readonly ReportFigure[]): StaleFigure[] {
  const known = byRef(figures)
  return [...text.matchAll(token)].flatMap(([, ref, shown = '']) => {
    const name = figureName(ref!)
    const now = known.get(name) ?? null
    return now === shown ? [] : [{ ref: name, shown, now }]
  })
}

/** RT4: every stale figure as it is now; one that no longer exists stays for a person to decide. */
export function refreshTokens(text: string, figures: readonly ReportFigure[]): { text: string; refreshed: number } {
  const known = byRef(figures)
  let refreshed = 0
  const fresh = text.replace(token, (whole, ref: string, shown: string | undefined) => {
    const name = figureName(ref)
    const now = known.get(name)
    if (now === undefined || now === shown) return whole
    refreshed++
    return `[[${name}|${now}]]`
  })
  return { text: fresh, refreshed }
}

/** Where numbers are typed; of a figure that is left out only its length stays, and nothing touches across it. */
function typedNumbers(text: string): { number: string; at: number }[] {
  const prose = text.replace(token, (whole) => ` ${'•'.repeat(whole.length - 2)} `)
  return [...prose.matchAll(number)].flatMap(({ 0: found, index }) =>
    stepsBefore.test(prose.slice(Math.max(0, index - 12), index)) ? [] : [{ number: found, at: index }],
  )
}

/** RT5: typed numbers that refer to nothing, each once; days, years and numbers of papers are none. */
export function looseNumbers(text: string, figures: readonly ReportFigure[]): LooseNumber[] {
  const refsOf = Map.groupBy(figures, ({ shown }) => shown)
  return [...new Set(typedNumbers(text).map((typed) => typed.number))].map((found) => ({
    number: found,
    refs: (refsOf.get(found) ?? []).map(({ ref }) => ref),
  }))
}

/** RT5: the first such number of a text refers to a figure from now on; a text without it stays as it is. */
export function tieNumber(text: string, loose: string, ref: string): string {
  const typed = typedNumbers(text).find((one) => one.number === loose)
  return typed ? `${text.slice(0, typed.at)}[[${ref}|${loose}]]${text.slice(typed.at + loose.length)}` : text
}
