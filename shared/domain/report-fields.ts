/** Names of the fields that stand empty in a submitted report and are filled by later revisions of its file. */
export const reportFields = { number: 'so_van_ban', day: 'ngay_van_ban', person: 'chu_ky_ca_nhan', office: 'chu_ky_co_quan' } as const

/** What a place of the number or the date shows; in the file it begins the annotation's name. */
export const fieldParts = ['so', 'ngay', 'thang', 'nam'] as const
export type FieldPart = (typeof fieldParts)[number]

/**
 * The figures of one place: numbers below ten get a nought, months only January and February, as the forms of official papers
 * have it. `value`: what stands in the field, a number or an ISO day.
 */
export function figuresOfPart(part: FieldPart, value: string): string | undefined {
  if (part === 'so') return /^[1-9]\d{0,4}$/.test(value) ? value.padStart(2, '0') : undefined
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  if (part === 'nam') return year
  if (part === 'ngay') return day
  return Number(month) <= 2 ? month : String(Number(month))
}
