import { AlignmentType, BuilderElement, LineRuleType, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx'
import type { LayoutProfile, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Run } from '../../../shared/domain/report.ts'
import { markName } from '../../../shared/rules/word/paragraph-mark.ts'

/** Twentieths of a point, in which a Word file measures. */
export const twips = (points: number): number => Math.round(points * 20)
export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4)

export const fontName = 'Times New Roman'

/**
 * What is counted through one file: content controls and bookmarks have numbers of their own, and of each place the lines it has and
 * those that were written.
 */
export type WordCounters = {
  controls: number
  bookmarks: number
  tables: number
  lines: ReadonlyMap<string, number>
  written: Map<string, number>
}

type Look = Pick<Run, 'bold' | 'italic' | 'raised'>

export const wordRun = (text: string, style: TypeStyle, look: Look = {}): TextRun =>
  new TextRun({
    text,
    font: fontName,
    size: style.size * 2,
    bold: style.bold || look.bold === true,
    italics: style.italic || look.italic === true,
    ...(style.underline ? { underline: {} } : {}),
    ...(look.raised ? { superScript: true } : {}),
  })

const valued = (name: string, value: string | number): BuilderElement =>
  new BuilderElement({ name, attributes: { value: { key: 'w:val', value } } })

/**
 * A content control in the line (ECMA-376 part 1, 17.5.2.31): `tag` says what it shows, and so does its title, which programs keep
 * that lose the tag. Plain ones lose their look there.
 */
export function contentControl(tag: string, text: string, style: TypeStyle, counters: WordCounters, look: Look = {}): ParagraphChild {
  const properties = new BuilderElement({
    name: 'w:sdtPr',
    // Without a look of its own some programs show what stands in it in the usual size of the document.
    children: [valued('w:alias', tag), valued('w:tag', tag), valued('w:id', ++counters.controls)],
  })
  const content = new BuilderElement({ name: 'w:sdtContent', children: [wordRun(text, style, look)] })
  // The library knows no content controls; whatever has a name and children is written as such.
  return new BuilderElement({ name: 'w:sdt', children: [properties, content] }) as unknown as ParagraphChild
}

/** An empty bookmark, which stays at the head of its paragraph whatever is written behind it. */
function bookmark(name: string, counters: WordCounters): ParagraphChild[] {
  const id = { key: 'w:id', value: ++counters.bookmarks }
  return [
    new BuilderElement({ name: 'w:bookmarkStart', attributes: { id, name: { key: 'w:name', value: name } } }),
    new BuilderElement({ name: 'w:bookmarkEnd', attributes: { id } }),
  ] as unknown as ParagraphChild[]
}

export const runsOf = (runs: readonly Run[], style: TypeStyle, counters: WordCounters): ParagraphChild[] =>
  runs.map((run) => (run.figure === undefined ? wordRun(run.text, style, run) : contentControl(run.figure, run.text, style, counters, run)))

/** "Exactly n points", the first line set in, as the form has its running text. */
export const bodyLook = ({ body }: LayoutProfile): IParagraphOptions => ({
  alignment: AlignmentType.BOTH,
  indent: { firstLine: millimetres(body.firstLine) },
  spacing: { line: twips(body.pitch), lineRule: LineRuleType.EXACT, after: twips(body.after) },
})

/** A paragraph of the report that is found again when the file comes back. */
export function keyedWordParagraph(
  key: string,
  runs: readonly Run[],
  style: TypeStyle,
  look: IParagraphOptions,
  counters: WordCounters,
): Paragraph {
  const line = (counters.written.get(key) ?? 0) + 1
  counters.written.set(key, line)
  const name = markName(key, runs.map(({ text }) => text).join(''), line, counters.lines.get(key) ?? line)
  return new Paragraph({ ...look, children: [...bookmark(name, counters), ...runsOf(runs, style, counters)] })
}

export const centred = (text: string, style: TypeStyle, look: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, ...look, children: [wordRun(text, style)] })

/** Nobody measures letters here; this errs to the wide side for capitals and digits. In points. */
export function roughWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += letter === ' ' ? 0.25 : /[\p{Lu}%]/u.test(letter) ? 0.7 : /[ijltf.,:;'|]/u.test(letter) ? 0.3 : 0.5
  return ems * size
}
