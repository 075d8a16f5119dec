import type { OutlineSection, ReportKind } from '../domain/programme.ts'

type Section = Pick<OutlineSection, 'code' | 'number' | 'level' | 'kinds'> & { heading?: OutlineSection['heading'] | undefined }

const bare = (number: string): string => number.replace(/[.)\-\s]+$/u, '')

/** `IV.3`: a section of the outline as people name it, with the part that it stands in; empty for one without a number. */
export function sectionNumber(outline: readonly Section[], code: string, kind: ReportKind): string {
  const own = outline.filter(({ kinds }) => kinds.includes(kind))
  const index = own.findIndex((section) => section.code === code)
  const section = own[index]
  if (!section) return ''
  const part = section.level === 1 ? undefined : own.slice(0, index).findLast(({ level }) => level === 1)
  return [part?.number ?? '', section.number]
    .map(bare)
    .filter((number) => number !== '')
    .join('.')
}

/** The same with its heading: `IV.3. Nguyên nhân`; undefined for a section that nobody can name. */
export function sectionLabel(
  outline: readonly Section[],
  code: string,
  kind: ReportKind,
  language: 'vi' | 'en' = 'vi',
): string | undefined {
  const heading = outline.find((section) => section.code === code)?.heading?.[language]
  if (heading === undefined) return undefined
  const number = sectionNumber(outline, code, kind)
  return number === '' ? heading : `${number}. ${heading}`
}
