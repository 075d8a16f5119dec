import { repeatMark, type FormValue, type FoundMark } from '../../../shared/domain/form.ts'

/** `{{fld.um_total}}`; no brace and no line stands inside. */
const pattern = /\{\{([^{}\n]{1,200})\}\}/g

export type MarkPlace = { mark: string; start: number; end: number }

export const findMarks = (text: string): MarkPlace[] =>
  [...text.matchAll(pattern)].map((match) => ({ mark: match[1]!.trim(), start: match.index, end: match.index + match[0].length }))

export const hasRepeat = (text: string): boolean => findMarks(text).some(({ mark }) => mark === repeatMark)

/** What a mark is replaced by; undefined leaves it standing. */
export type Lookup = (mark: string) => FormValue | undefined

const nothing: FormValue = { shown: '', number: null }

/** In a repeated row: the sign itself goes, the unit's own values come before those of the whole. */
export const lookupOf =
  (...values: readonly Readonly<Record<string, FormValue>>[]): Lookup =>
  (mark) =>
    mark === repeatMark && values.length > 1 ? nothing : values.find((known) => Object.hasOwn(known, mark))?.[mark]

/** Marks as they are met, each told once with how often it stands. */
export class MarkList {
  readonly #found = new Map<string, FoundMark>()

  add(text: string, place: string, row: { isRepeated: boolean; isBlocked: boolean }): void {
    for (const { mark } of findMarks(text)) {
      const key = `${mark} ${row.isRepeated} ${row.isBlocked}`
      const known = this.#found.get(key)
      this.#found.set(key, { mark, place: known?.place ?? place, count: (known?.count ?? 0) + 1, ...row })
    }
  }

  list(): FoundMark[] {
    return [...this.#found.values()]
  }
}
