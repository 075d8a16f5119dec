import type { ChangeProblem } from '../../shared/domain/pdf-verdict.ts'
import { reportFields } from '../../shared/domain/report-fields.ts'
import { drawFieldPart } from './field-appearance.ts'
import { catalogOf, findFields, findPages, type FormField } from './pdf/find-fields.ts'
import type { Revision } from './pdf/open-revision.ts'
import {
  canonicalPdf,
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  pdfText,
  refsIn,
  type PdfDict,
  type PdfValue,
} from './pdf/pdf-value.ts'
import { undoFilters } from './pdf/undo-filters.ts'

export type Changes = { problems: ReadonlySet<ChangeProblem>; added: { signatures: number; number: boolean; day: boolean } }

/** A signature's picture may stand beside words, never over them: no more than this share of its page. */
const largestShare = 0.2

/**
 * Compares a document as it was signed with the same document later: everything but signature fields with their values and
 * looks, revocation data, dates and our two fields must be what it was, object by object. Throws PdfTrouble.
 */
export function judgeChanges(before: Revision, after: Revision): Changes {
  const problems = new Set<ChangeProblem>()
  /** Objects whose change was looked at where they are used. */
  const explained = new Set<number>()
  const changed = changedObjects(before, after)
  const fieldsBefore = new Map(findFields(before).map((field) => [field.ref.number, field]))
  const fieldsAfter = findFields(after)
  const pagesBefore = findPages(before)
  const pagesAfter = findPages(after)
  const added = { signatures: 0, number: false, day: false }

  judgeTrailer()
  judgeCatalog()
  judgePages()
  for (const field of fieldsAfter) judgeField(field)
  judgeRest()
  return { problems, added }

  function judgeTrailer(): void {
    if (canonicalPdf(before.trailer.get('Root')) !== canonicalPdf(after.trailer.get('Root'))) problems.add('catalog_changed')
    const info = after.trailer.get('Info')
    explain(info)
    if (!areEqualBut(before.resolve(before.trailer.get('Info')), after.resolve(info), ['ModDate', 'CreationDate', 'Producer']))
      problems.add('information_changed')
  }

  function judgeCatalog(): void {
    const [old, now] = [catalogOf(before), catalogOf(after)]
    explain(after.trailer.get('Root'))
    if (!areEqualBut(old, now, ['AcroForm', 'DSS', 'Extensions', 'Metadata'])) problems.add('catalog_changed')
    judgeMetadata(old.entries.get('Metadata'), now.entries.get('Metadata'))
    explainAll(now.entries.get('DSS'))
    explainAll(now.entries.get('Extensions'))
    explain(now.entries.get('AcroForm'))
    const [oldForm, form] = [before.resolve(old.entries.get('AcroForm')), after.resolve(now.entries.get('AcroForm'))]
    if (isDict(oldForm) && !isDict(form)) problems.add('form_changed')
    if (!isDict(form)) return
    const oldEntries = isDict(oldForm) ? oldForm.entries : new Map<string, PdfValue>()
    if (!areEqualBut({ kind: 'dict', entries: oldEntries }, form, ['Fields', 'SigFlags', 'DR', 'DA'])) problems.add('form_changed')
    for (const key of ['DR', 'DA'])
      if (oldEntries.has(key) && canonicalPdf(oldEntries.get(key)) !== canonicalPdf(form.entries.get(key))) problems.add('form_changed')
    explain(form.entries.get('Fields'))
    if (!isExtended(before.resolve(oldEntries.get('Fields')), after.resolve(form.entries.get('Fields')))) problems.add('form_changed')
  }

  function judgeMetadata(old: PdfValue | undefined, now: PdfValue | undefined): void {
    const [was, is] = [before.resolve(old), after.resolve(now)]
    explain(now)
    if (canonicalPdf(was) === canonicalPdf(is)) return
    if (!isStream(was) || !isStream(is)) problems.add('information_changed')
    else if (withoutDates(undoFilters(was)) !== withoutDates(undoFilters(is))) problems.add('information_changed')
  }

  function judgePages(): void {
    const [old, now] = [pagesBefore, pagesAfter].map((pages) => pages.map(({ ref }) => ref.number)) as [number[], number[]]
    if (now.some((page) => !old.includes(page))) problems.add('page_added')
    if (old.some((page) => !now.includes(page))) problems.add('page_removed')
    if (problems.has('page_added') || problems.has('page_removed')) return
    if (old.some((page, index) => page !== now[index])) problems.add('page_swapped')
    const places = new Set(fieldsAfter.filter(({ type }) => type === 'Sig').flatMap(({ widgets }) => widgets.map(({ ref }) => ref.number)))
    for (const { ref, dict } of pagesBefore) {
      const page = after.get(ref.number)
      explain(ref)
      if (!areEqualBut(dict, page, ['Annots']) || !isDict(page)) {
        problems.add('page_changed')
        continue
      }
      const [was, is] = [before.resolve(dict.entries.get('Annots')), after.resolve(page.entries.get('Annots'))]
      explain(page.entries.get('Annots'))
      const more = isExtended(was, is)
      if (!more || more.some((one) => !isRef(one) || !places.has(one.number))) problems.add('annotation_added')
    }
  }

  function judgeField(field: FormField): void {
    const old = fieldsBefore.get(field.ref.number)
    if (!old) judgeNewField(field)
    else if (field.type === 'Sig') judgeSignatureField(old, field)
    else judgeOwnField(old, field)
  }

  function judgeNewField({ type, dict, value, widgets, ref }: FormField): void {
    explain(ref)
    const fresh = [ref, ...widgets.map(({ ref }) => ref)]
    if (type !== 'Sig' || dict.entries.has('Parent') || fresh.some(({ number }) => before.placeKey(number) !== undefined))
      problems.add('form_changed')
    else if (isDict(value)) added.signatures++
    for (const widget of widgets) judgeLook(widget.dict)
  }

  function judgeSignatureField(old: FormField, field: FormField): void {
    const dicts = [field, ...field.widgets].map(({ ref }) => ref)
    const isChanged = dicts.some(({ number }) => changed.has(number))
    const valueRef = field.dict.entries.get('V')
    if (!isChanged) return
    const isSame = canonicalPdf(old.dict.entries.get('V')) === canonicalPdf(valueRef)
    for (const ref of dicts) {
      explain(ref)
      if (!areEqualBut(before.get(ref.number), after.get(ref.number), ['V', 'AP', 'M', 'F'])) problems.add('field_changed')
    }
    if (old.value !== null) {
      // What is signed neither changes its value nor its look.
      if (!isSame || dicts.some(({ number }) => canonicalPdf(before.get(number)) !== canonicalPdf(after.get(number))))
        problems.add('field_changed')
    } else if (isDict(field.value)) added.signatures++
    for (const { dict } of field.widgets) judgeLook(dict)
  }

  function judgeOwnField(old: FormField, field: FormField): void {
    const dicts = [field, ...field.widgets].map(({ ref }) => ref.number)
    if (!dicts.some((number) => changed.has(number))) return
    const isOurs = field.type === 'Tx' && (field.name === reportFields.number || field.name === reportFields.day)
    const { value } = field
    if (!isOurs || old.value !== null || !isString(value) || field.dict.entries.get('Ff') !== 1) {
      problems.add('field_changed')
      return
    }
    explain(field.ref)
    if (!areEqualBut(old.dict, field.dict, ['V', 'Ff'])) problems.add('field_changed')
    for (const { ref, dict } of field.widgets) {
      explain(ref)
      const looks = after.resolve(dict.entries.get('AP'))
      const look = isDict(looks) && looks.entries.size === 1 ? after.resolve(looks.entries.get('N')) : null
      const drawn = drawFieldPart(dict, pdfText(value))
      if (!areEqualBut(before.get(ref.number), dict, ['AP']) || !drawn || canonicalPdf(drawn) !== canonicalPdf(look))
        problems.add('field_changed')
    }
    if (field.name === reportFields.number) added.number = true
    else added.day = true
  }

  /** Something that may be laid over a page or run when it is opened. */
  function judgeLook({ entries }: PdfDict): void {
    if (entries.has('A') || entries.has('AA')) problems.add('annotation_added')
    const rect = after.resolve(entries.get('Rect'))
    const page =
      pagesAfter.find(({ ref }) => isRef(entries.get('P')) && ref.number === (entries.get('P') as { number: number }).number) ??
      pagesAfter[0]
    const [width, height] = sizeOf(rect)
    const [pageWidth, pageHeight] = sizeOf(after.resolve(page?.dict.entries.get('MediaBox')))
    if (width * height > largestShare * (pageWidth * pageHeight || 595 * 842)) problems.add('covered')
  }

  function judgeRest(): void {
    for (const number of changed) {
      const [was, is] = [before.get(number), after.get(number)]
      const isTable = isStream(was) && isStream(is) && [was, is].every(({ entries }) => isName(entries.get('Type'), 'XRef'))
      const isExplained = explained.has(number) && !(isStream(was) && !isName(was.entries.get('Type'), 'Metadata'))
      // What has a name of its own already needs no second one.
      if (!isTable && !isExplained && problems.size === 0) problems.add('content_changed')
    }
    // An object that was asked for before it existed would show something now.
    for (const number of before.numbers)
      for (const ref of refsIn(before.get(number)))
        if (before.placeKey(ref.number) === undefined && after.placeKey(ref.number) !== undefined) problems.add('content_changed')
  }

  function explain(value: PdfValue | undefined): void {
    if (isRef(value)) explained.add(value.number)
  }

  /** What is only ever reached by way of this one. */
  function explainAll(value: PdfValue | undefined): void {
    const open: PdfValue[] = [value ?? null]
    const seen = new Set<number>()
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const ref of refsIn(next)) {
        if (seen.has(ref.number)) continue
        seen.add(ref.number)
        const found = after.get(ref.number)
        if (isDict(found) && (isName(found.entries.get('Type'), 'Page') || isName(found.entries.get('Type'), 'Catalog'))) continue
        explained.add(ref.number)
        open.push(found)
      }
  }
}

/** In use both times and different, or gone. */
function changedObjects(before: Revision, after: Revision): Set<number> {
  return new Set(
    before.numbers.filter(
      (number) =>
        before.placeKey(number) !== after.placeKey(number) && canonicalPdf(before.get(number)) !== canonicalPdf(after.get(number)),
    ),
  )
}

function areEqualBut(before: PdfValue, after: PdfValue | undefined, free: readonly string[]): boolean {
  if (!isDict(before) || !isDict(after)) return canonicalPdf(before) === canonicalPdf(after)
  const rest = ({ entries }: PdfDict): string =>
    canonicalPdf({ kind: 'dict', entries: new Map([...entries].filter(([key]) => !free.includes(key))) })
  return rest(before) === rest(after)
}

/** What was added behind; undefined when something of the old list is gone or moved. */
function isExtended(before: PdfValue, after: PdfValue): readonly PdfValue[] | undefined {
  const [old, now] = [before, after].map((list) => (isArray(list) ? list : list === null ? [] : undefined))
  if (!old || !now || old.some((value, index) => canonicalPdf(value) !== canonicalPdf(now[index]))) return undefined
  return now.slice(old.length)
}

const withoutDates = (xmp: Uint8Array): string =>
  Buffer.from(xmp)
    .toString('utf8')
    .replace(/<(xmp:(?:ModifyDate|MetadataDate|CreateDate)|pdf:Producer)>[^<]*<\/\1>/g, '')
    .replace(/\s(?:xmp:(?:ModifyDate|MetadataDate|CreateDate)|pdf:Producer)="[^"]*"/g, '')
    .replace(/\s+/g, ' ')
    .trim()

function sizeOf(rect: PdfValue): [number, number] {
  const [left, bottom, right, top] = isArray(rect) ? rect.map((side) => (typeof side === 'number' ? side : 0)) : []
  return [Math.abs((right ?? 0) - (left ?? 0)), Math.abs((top ?? 0) - (bottom ?? 0))]
}
