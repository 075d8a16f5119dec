import { X509Certificate } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { writeCades } from './cms/write-cades.ts'
import type { OpenedKey } from './open-p12.ts'
import { catalogOf, findFields, type FormField } from './pdf/find-fields.ts'
import { openRevision, type Revision } from './pdf/open-revision.ts'
import { isDict, isRef, type PdfDict, type PdfValue } from './pdf/pdf-value.ts'
import { nextNumber, pdfDict, pdfName, refTo, textString, writeRevision, type Reserved, type Writable } from './pdf/write-revision.ts'

/** What is shown in the box of a signature: operators over its own coordinates, and the pictures that they name. */
export type SignatureLook = { content: string; images: readonly { name: string; objects: readonly PdfValue[] }[] }

export type SignOrder = {
  field: string
  key: OpenedKey
  /** Instant; stands in the file as Vietnam's time. */
  at: string
  /** Draws the look for a box of this size, in points. */
  draw: (width: number, height: number) => SignatureLook
}

/** The numbers of a byte range, wide enough for any file. */
const rangeWidth = 40
const spare = 512

/**
 * The file with a signature in one of its empty fields, by one incremental revision; every earlier byte stays.
 * Refuses with `sign.no_field` when the field is not there or not empty.
 */
export async function signPdf(bytes: Uint8Array, { field: name, key, at, draw }: SignOrder): Promise<Uint8Array> {
  const revision = openRevision(bytes)
  const field = findFields(revision).find((one) => one.name === name && one.type === 'Sig' && one.value === null)
  if (!field) throw new AppError('sign.no_field', { field: name })
  const room = 4_096 + spare + [key.certificate, ...key.chain].reduce((sum, { length }) => sum + length, 0)
  const contents: Reserved = { kind: 'reserved', text: `<${'0'.repeat(room * 2)}>`, at: 0 }
  const range: Reserved = { kind: 'reserved', text: `[${' '.repeat(rangeWidth)}]`, at: 0 }
  const signature = nextNumber(revision)
  const objects = new Map<number, Writable>([
    [
      signature,
      pdfDict<Writable>({
        Type: pdfName('Sig'),
        Filter: pdfName('Adobe.PPKLite'),
        SubFilter: pdfName('ETSI.CAdES.detached'),
        Name: textString(commonName(key.certificate)),
        M: textString(pdfDate(at)),
        ByteRange: range,
        Contents: contents,
      }),
    ],
    ...changedForm(revision),
    ...drawnField(revision, field, signature, draw),
  ])
  const written = writeRevision(revision, { objects })

  const [from, to] = [contents.at, contents.at + contents.text.length]
  const numbers = `0 ${from} ${to} ${written.length - to}`.padEnd(rangeWidth)
  written.set(Buffer.from(numbers, 'latin1'), range.at + 1)
  const cms = await writeCades(key, [written.subarray(0, from), written.subarray(to)])
  if (cms.length > room) throw new Error(`a signature of ${cms.length} bytes in a room of ${room}`)
  written.set(Buffer.from(Buffer.from(cms).toString('hex'), 'latin1'), from + 1)
  return written
}

/** The form says that there are signatures now, and that nothing but additions may follow (§12.7.2). */
export function changedForm(revision: Revision): [number, Writable][] {
  const ref = catalogOf(revision).entries.get('AcroForm')
  const form = revision.resolve(ref)
  if (!isRef(ref) || !isDict(form)) throw new AppError('sign.no_field', { field: '' })
  return form.entries.get('SigFlags') === 3 ? [] : [[ref.number, withEntries(form, { SigFlags: 3 })]]
}

function drawnField(
  revision: Revision,
  { ref, dict, widgets }: FormField,
  signature: number,
  draw: SignOrder['draw'],
): [number, Writable][] {
  const own = { ...withEntries(dict, { V: refTo(signature) }) }
  const widget = widgets[0]
  if (!widget) return [[ref.number, own]]
  const [left, bottom, right, top] = rectOf(revision, widget.dict)
  const [width, height] = [right - left, top - bottom]
  const look = draw(width, height)
  let next = signature + 1
  const images = look.images.map(({ name, objects }) => {
    const numbers = objects.map(() => next++)
    return {
      name,
      written: objects.map((object, index): [number, PdfValue] => [numbers[index]!, linkMask(object, numbers)]),
      ref: refTo(numbers[0]!),
    }
  })
  const form: PdfValue = {
    kind: 'stream',
    raw: Buffer.from(look.content, 'latin1'),
    entries: new Map<string, PdfValue>([
      ['Type', pdfName('XObject')],
      ['Subtype', pdfName('Form')],
      ['BBox', [0, 0, width, height]],
      ['Resources', pdfDict({ XObject: pdfDict(Object.fromEntries(images.map(({ name, ref }) => [name, ref]))) })],
    ]),
  }
  const shown = { AP: pdfDict({ N: refTo(next) }) }
  const isOne = widget.ref.number === ref.number
  return [
    [ref.number, isOne ? withEntries(own, shown) : own],
    ...(isOne ? [] : [[widget.ref.number, withEntries(widget.dict, shown)] as [number, Writable]]),
    [next, form],
    ...images.flatMap(({ written }) => written),
  ]
}

/** A picture comes with its transparency behind it. */
const linkMask = (object: PdfValue, numbers: readonly number[]): PdfValue =>
  typeof object === 'object' && object !== null && 'kind' in object && object.kind === 'stream' && object.entries.has('SMask')
    ? { ...object, entries: new Map([...object.entries, ['SMask', refTo(numbers[1]!)]]) }
    : object

export const withEntries = (dict: PdfDict, entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map([...dict.entries, ...Object.entries(entries)]),
})

function rectOf(revision: Revision, { entries }: PdfDict): [number, number, number, number] {
  const rect = revision.resolve(entries.get('Rect'))
  const sides = Array.isArray(rect) ? (rect as PdfValue[]).filter((side) => typeof side === 'number') : []
  const [left = 0, bottom = 0, right = 0, top = 0] = sides
  return [left, bottom, right, top]
}

const commonName = (certificate: Uint8Array): string =>
  new X509Certificate(certificate).subject
    .split('\n')
    .find((line) => line.startsWith('CN='))
    ?.slice(3) ?? ''

/** Vietnam keeps UTC+7 all year. */
export const pdfDate = (instant: string): string =>
  `D:${new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19).replace(/[-:T]/g, '')}+07'00'`
