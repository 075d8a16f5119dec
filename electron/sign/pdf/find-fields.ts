import type { Revision } from './open-revision.ts'
import {
  isArray,
  isDict,
  isName,
  isRef,
  isString,
  pdfText,
  PdfTrouble,
  type PdfDict,
  type PdfRef,
  type PdfString,
  type PdfValue,
} from './pdf-value.ts'

/** A field that carries a value (ISO 32000-1 §12.7.3), with the places where it is shown. */
export type FormField = {
  ref: PdfRef
  dict: PdfDict
  /** With the names of what it stands in, by dots. */
  name: string
  type: string | undefined
  value: PdfValue
  /** The field itself where field and place are one object. */
  widgets: readonly { ref: PdfRef; dict: PdfDict }[]
}

const mostFields = 10_000

/** Of the document as it was; throws PdfTrouble for a form that cannot be walked. */
export function findFields(revision: Revision): FormField[] {
  const form = revision.resolve(catalogOf(revision).entries.get('AcroForm'))
  if (!isDict(form)) return []
  const found: FormField[] = []
  const seen = new Set<number>()
  const visit = (value: PdfValue, above: { name: string; type: PdfValue }): void => {
    if (!isRef(value) || seen.has(value.number) || seen.size > mostFields) throw new PdfTrouble('field')
    seen.add(value.number)
    const dict = revision.resolve(value)
    if (!isDict(dict)) throw new PdfTrouble('field')
    const own = revision.resolve(dict.entries.get('T'))
    const name = [above.name, isString(own) ? pdfText(own) : ''].filter((part) => part !== '').join('.')
    const type = revision.resolve(dict.entries.get('FT')) ?? above.type
    const kids = kidsOf(revision, dict)
    const areFields = kids.some((kid) => {
      const entries = revision.resolve(kid)
      return isDict(entries) && entries.entries.has('T')
    })
    if (areFields) {
      for (const kid of kids) visit(kid, { name, type })
      return
    }
    const widgets = kids.flatMap((kid) => {
      const widget = revision.resolve(kid)
      return isRef(kid) && isDict(widget) ? [{ ref: kid, dict: widget }] : []
    })
    const isOwnWidget = isName(dict.entries.get('Subtype'), 'Widget')
    found.push({
      ref: value,
      dict,
      name,
      type: isName(type) ? type.value : undefined,
      value: revision.resolve(dict.entries.get('V')),
      widgets: isOwnWidget ? [{ ref: value, dict }, ...widgets] : widgets,
    })
  }
  const fields = revision.resolve(form.entries.get('Fields'))
  for (const field of isArray(fields) ? fields : []) visit(field, { name: '', type: null })
  return found
}

const kidsOf = (revision: Revision, { entries }: PdfDict): readonly PdfValue[] => {
  const kids = revision.resolve(entries.get('Kids'))
  return isArray(kids) ? kids : []
}

export function catalogOf(revision: Revision): PdfDict {
  const root = revision.resolve(revision.trailer.get('Root'))
  if (!isDict(root)) throw new PdfTrouble('catalog')
  return root
}

const mostPages = 100_000

/** The pages in their order. */
export function findPages(revision: Revision): { ref: PdfRef; dict: PdfDict }[] {
  const pages: { ref: PdfRef; dict: PdfDict }[] = []
  const seen = new Set<number>()
  const visit = (value: PdfValue | undefined): void => {
    if (!isRef(value) || seen.has(value.number) || pages.length > mostPages) throw new PdfTrouble('pages')
    seen.add(value.number)
    const dict = revision.resolve(value)
    if (!isDict(dict)) throw new PdfTrouble('pages')
    const kids = revision.resolve(dict.entries.get('Kids'))
    if (isArray(kids)) for (const kid of kids) visit(kid)
    else pages.push({ ref: value, dict })
  }
  visit(catalogOf(revision).entries.get('Pages'))
  return pages
}

export type SignatureValue = {
  field: string
  /** As people read it: whose signature the empty field was made for. */
  intendedFor: string | undefined
  subFilter: string | undefined
  byteRange: readonly number[]
  contents: PdfString
  /** /M, as an instant; undefined when it is not there or unreadable. */
  claimedTime: string | undefined
}

export function findSignatures(revision: Revision): SignatureValue[] {
  return findFields(revision).flatMap(({ name, type, value, dict, widgets }) => {
    if (type !== 'Sig' || !isDict(value)) return []
    const entry = (key: string): PdfValue => revision.resolve(value.entries.get(key))
    const [contents, range, subFilter, time] = [entry('Contents'), entry('ByteRange'), entry('SubFilter'), entry('M')]
    const intended = revision.resolve(dict.entries.get('TU') ?? widgets[0]?.dict.entries.get('TU'))
    if (!isString(contents)) throw new PdfTrouble('contents')
    return [
      {
        field: name,
        intendedFor: isString(intended) ? pdfText(intended) : undefined,
        subFilter: isName(subFilter) ? subFilter.value : undefined,
        byteRange: isArray(range) ? range.filter((part) => typeof part === 'number') : [],
        contents,
        claimedTime: isString(time) ? readPdfDate(pdfText(time)) : undefined,
      },
    ]
  })
}

/** §7.9.4; without a zone it is taken to be Vietnam's. */
function readPdfDate(text: string): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?'?)?/.exec(text)
  if (!match) return undefined
  const [whole, year, month, day, hour, minute, second, sign, hours = '00', minutes = '00'] = match
  const zone = sign === undefined ? (whole.endsWith('Z') ? '+00:00' : '+07:00') : `${sign}${hours}:${minutes}`
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
