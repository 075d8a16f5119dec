import { beforeAll, describe, expect, it } from 'vitest'
import { assert, integer, nat, property, uint8Array } from 'fast-check'
import { fillFields } from '../../../electron/sign/fill-fields.ts'
import { catalogOf, findFields, findPages } from '../../../electron/sign/pdf/find-fields.ts'
import { openRevision } from '../../../electron/sign/pdf/open-revision.ts'
import type { PdfDict, PdfValue } from '../../../electron/sign/pdf/pdf-value.ts'
import { nextNumber, pdfDict, pdfName, refTo, textString, writeRevision, type Writable } from '../../../electron/sign/pdf/write-revision.ts'
import { signPdf, withEntries } from '../../../electron/sign/sign-pdf.ts'
import { verifyPdf } from '../../../electron/sign/verify-pdf.ts'
import { writeCades } from '../../../electron/sign/cms/write-cades.ts'
import { reportFields } from '../../../shared/domain/report-fields.ts'
import { buildPaper } from '../../kit/build-paper.ts'
import { keyOf, makeCertificate, type MadeCertificate } from '../../kit/make-certificates.ts'

const noLook = () => ({ content: 'q Q', images: [] })
const at = '2026-06-29T03:00:00.000Z'
let root: MadeCertificate
let person: MadeCertificate
let office: MadeCertificate
let base: Uint8Array
let signed: Uint8Array
let numbered: Uint8Array
let issued: Uint8Array

const signAs = (bytes: Uint8Array, who: MadeCertificate, field: string): Promise<Uint8Array> =>
  signPdf(bytes, { field, key: keyOf(who, [root]), at, draw: noLook })
const judge = (bytes: Uint8Array) => verifyPdf(bytes, [root.der])

beforeAll(async () => {
  root = await makeCertificate({ name: 'CN=Root', isAuthority: true })
  person = await makeCertificate({ name: 'CN=Tran Quoc Toan', kind: 'rsa', issuer: root })
  office = await makeCertificate({ name: 'CN=Tinh uy', issuer: root })
  base = buildPaper()
  signed = await signAs(base, person, reportFields.person)
  numbered = fillFields(signed, { number: 7, day: '2026-02-03', printedYear: '2026' })
  issued = await signAs(numbered, office, reportFields.office)
})

type Change = (revision: ReturnType<typeof openRevision>) => [number, Writable][]

/** A revision of somebody’s own behind a file; a signature of theirs makes the bytes whole again. */
function revise(bytes: Uint8Array, change: Change): Uint8Array {
  const revision = openRevision(bytes)
  return writeRevision(revision, { objects: new Map(change(revision)) })
}
const reviseAndSign = (bytes: Uint8Array, change: Change): Promise<Uint8Array> => signAs(revise(bytes, change), office, reportFields.office)

const stream = (content: string): PdfValue => ({ kind: 'stream', raw: Buffer.from(content), entries: new Map() })
const dictOf = (revision: ReturnType<typeof openRevision>, number: number): PdfDict => revision.get(number) as PdfDict
const listOf = (dict: PdfDict, key: string): readonly PdfValue[] => dict.entries.get(key) as readonly PdfValue[]

describe('a file that is signed', () => {
  it('is whole and trusted after a signature, after number and date, and after a second signature', () => {
    expect(judge(signed)).toMatchObject({ integrity: true, trust: 'trusted', tail: 0 })
    expect(judge(issued)).toMatchObject({
      integrity: true,
      trust: 'trusted',
      tail: 0,
      later: { problems: [], signatures: 1, number: true, day: true },
      signatures: [
        { signer: 'Tran Quoc Toan', isIntendedSigner: true, signedAt: at, hasTimestamp: false },
        { signer: 'Tinh uy', isIntendedSigner: true },
      ],
    })
  })

  it('[ST10] is numbered in the year that it says, where the year was printed and has no place of its own', () => {
    expect(() => fillFields(signed, { number: 7, day: '2027-02-03', printedYear: '2026' })).toThrow('report.other_year')
  })

  it('keeps every earlier byte', () => {
    expect(Buffer.from(issued.subarray(0, signed.length)).equals(signed)).toBe(true)
    expect(Buffer.from(signed.subarray(0, base.length)).equals(base)).toBe(true)
  })

  it('is not whole without a signature, or while bytes at its end are covered by none', () => {
    expect(judge(base)).toMatchObject({ integrity: false, trust: 'unknown', signatures: [] })
    expect(judge(numbered)).toMatchObject({
      integrity: false,
      tail: numbered.length - signed.length,
      later: { problems: [], number: true },
    })
    expect(judge(Buffer.concat([issued, Buffer.from('% tail\n')])).integrity).toBe(false)
    expect(judge(Buffer.concat([issued, Buffer.from('\n')]))).toMatchObject({ integrity: false, tail: 1 })
  })

  it('is not whole after one byte was flipped, wherever it stands', () => {
    const flipped = (place: number, flip: number): Uint8Array => {
      const changed = Uint8Array.from(issued)
      changed[place]! ^= flip
      return changed
    }
    assert(
      property(nat(issued.length - 1), integer({ min: 1, max: 255 }), (place, flip) => !judge(flipped(place, flip)).integrity),
      { numRuns: 120, seed: 58 },
    )
    // The letters of the signatures themselves: by the flip that reads the same, and by one into another digit.
    for (const { at: gap } of judge(issued).signatures)
      for (let place = gap; place < gap + 4000; place += 41)
        for (const flip of [0x20, 1]) expect(judge(flipped(place, flip)).integrity, `${place} ${flip}`).toBe(false)
  })

  it('answers for any bytes', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), nat(issued.length), (noise, cut) => {
        const mixed = Buffer.concat([issued.subarray(0, cut), noise])
        for (const bytes of [noise, mixed]) expect(typeof judge(bytes).integrity).toBe('boolean')
      }),
      { numRuns: 60, seed: 58 },
    )
    expect(judge(Buffer.of()).readable).toBe('not_pdf')
    expect(judge(signed.subarray(0, 600)).readable).toBe('damaged')
  })
})

describe('what a later revision may not do, even where it is signed again', () => {
  const withPages =
    (order: (kids: readonly PdfValue[]) => PdfValue[]): Change =>
    (revision) => {
      const kids = order(listOf(dictOf(revision, 2), 'Kids'))
      return [[2, withEntries(dictOf(revision, 2), { Kids: kids, Count: kids.length })]]
    }
  const changes: readonly [string, Change][] = [
    ['page_swapped', withPages((kids) => kids.toReversed())],
    ['page_removed', withPages((kids) => kids.slice(0, 1))],
    [
      'page_added',
      (revision) => [
        ...withPages((kids) => [...kids, refTo(nextNumber(revision))])(revision),
        [nextNumber(revision), withEntries(dictOf(revision, 10), { Annots: [] })],
      ],
    ],
    ['page_changed', (revision) => [[10, withEntries(dictOf(revision, 10), { Contents: refTo(13) })]]],
    ['content_changed', () => [[11, stream('BT (Trang 9) Tj ET')]]],
    ['catalog_changed', (revision) => [[1, withEntries(catalogOf(revision), { OpenAction: refTo(2) })]]],
    ['form_changed', (revision) => [[4, withEntries(dictOf(revision, 4), { NeedAppearances: true })]]],
    ['information_changed', (revision) => [[3, withEntries(dictOf(revision, 3), { Title: textString('Khác') })]]],
    [
      'annotation_added',
      (revision) => {
        const [page] = findPages(revision)
        const note = nextNumber(revision)
        return [
          [page!.ref.number, withEntries(page!.dict, { Annots: [...listOf(page!.dict, 'Annots'), refTo(note)] })],
          [note, pdfDict<Writable>({ Type: pdfName('Annot'), Subtype: pdfName('FreeText'), Rect: [0, 0, 99, 99] })],
        ]
      },
    ],
    [
      'field_changed',
      (revision) => {
        const field = findFields(revision).find(({ name }) => name === reportFields.number)!
        const look = nextNumber(revision)
        return [
          [field.ref.number, withEntries(field.dict, { V: textString('8'), Ff: 1 })],
          // Says eight and shows something else.
          [field.widgets[0]!.ref.number, withEntries(field.widgets[0]!.dict, { AP: pdfDict({ N: refTo(look) }) })],
          [look, stream('BT (9) Tj ET')],
        ]
      },
    ],
    [
      'covered',
      (revision) => {
        const [page] = findPages(revision)
        const fresh = nextNumber(revision)
        const widget = { Type: pdfName('Annot'), Subtype: pdfName('Widget'), FT: pdfName('Sig'), T: textString('them') }
        return [
          [4, withEntries(dictOf(revision, 4), { Fields: [...listOf(dictOf(revision, 4), 'Fields'), refTo(fresh)] })],
          [page!.ref.number, withEntries(page!.dict, { Annots: [...listOf(page!.dict, 'Annots'), refTo(fresh)] })],
          [fresh, pdfDict<Writable>({ ...widget, P: page!.ref, Rect: [0, 0, 595, 842] })],
        ]
      },
    ],
  ]
  it.each(changes)('%s', async (problem, change) => {
    expect(judge(await reviseAndSign(signed, change))).toMatchObject({ integrity: false, tail: 0, later: { problems: [problem] } })
    expect(judge(revise(signed, change)).integrity).toBe(false)
  })

  it('uncover content that was asked for and not there', async () => {
    const hidden = await signAs(buildPaper(['Trang 1'], ['<</Type /XObject /Also 90 0 R>>']), person, reportFields.person)
    const attacked = await reviseAndSign(hidden, () => [[90, stream('BT (hien ra) Tj ET')]])
    expect(judge(attacked)).toMatchObject({ integrity: false, later: { problems: ['content_changed'] } })
  })

  it('give another number, before or after the office has signed', async () => {
    const renumber: Change = (revision) => {
      const field = findFields(revision).find(({ name }) => name === reportFields.number)!
      return [[field.ref.number, withEntries(field.dict, { V: textString('8') })]]
    }
    expect(judge(await reviseAndSign(numbered, renumber)).later.problems).toEqual(['field_changed'])
    expect(judge(revise(issued, renumber)).later.problems).toEqual(['field_changed'])
  })
})

it('a gap that leaves out more than the signature', async () => {
  const text = Buffer.from(signed).toString('latin1')
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(text)!
  const [from, to] = [Number(range[1]), Number(range[2])]
  // A word before the signature is left out of what is signed; everything else is as it should be.
  const wider = from - '/Contents '.length
  const numbers = `/ByteRange [0 ${wider} ${to} ${signed.length - to}`.padEnd(range[0].length - 1)
  const changed = Buffer.from(text.replace(range[0], `${numbers}]`), 'latin1')
  const cms = await writeCades(keyOf(person, [root]), [changed.subarray(0, wider), changed.subarray(to)])
  changed.write(
    Buffer.from(cms)
      .toString('hex')
      .padEnd(to - from - 2, '0'),
    from + 1,
    'latin1',
  )
  expect(judge(changed)).toMatchObject({ integrity: false, signatures: [{ range: 'gap', digest: 'right' }] })
})

describe('whom to trust', () => {
  it('nobody without a pinned root, and not a root that only comes along', async () => {
    expect(verifyPdf(issued, [])).toMatchObject({ integrity: true, trust: 'unknown' })
    const other = await makeCertificate({ name: 'CN=Root', isAuthority: true })
    expect(verifyPdf(issued, [other.der])).toMatchObject({ integrity: true, trust: 'unknown' })
  })

  it('nobody whose certificate was not valid when they signed, or was given by who may not give any', async () => {
    const late = await makeCertificate({ name: 'CN=Cu', issuer: root, from: '2020-01-01', to: '2021-01-01' })
    expect(judge(await signAs(base, late, reportFields.person))).toMatchObject({
      integrity: true,
      trust: 'untrusted',
      signatures: [{ chain: { why: 'not_valid_then' }, isIntendedSigner: false }],
    })
    const child = await makeCertificate({ name: 'CN=Con', issuer: office })
    const chain = await signPdf(base, { field: reportFields.person, key: keyOf(child, [office, root]), at, draw: noLook })
    expect(judge(chain)).toMatchObject({ integrity: true, trust: 'unknown', signatures: [{ chain: { why: 'no_anchor' } }] })
  })
})
