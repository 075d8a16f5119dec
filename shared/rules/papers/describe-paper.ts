import type { PlainDocument } from '../../domain/document.ts'
import { parseDay } from '../../vietnamese/dates.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { paperLines, type PaperLine } from './paper-lines.ts'

/** Something read off a paper, with the block of the document it stands in. */
export type PaperPart = { value: string; place: number }

/** What a paper says of itself; each a suggestion to confirm, null where the paper does not say it in the usual place. */
export type PaperDescription = {
  /** `15-BC/ĐU`, without the word before it and without spaces. Null while the number is blank (`Số   -BC/ĐU`). */
  number: PaperPart | null
  /** ISO. */
  issuedOn: PaperPart | null
  /** As in its head, in capitals. */
  issuer: PaperPart | null
  /** `BÁO CÁO`, `KẾ HOẠCH` … */
  kind: PaperPart | null
  subject: PaperPart | null
  signer: PaperPart | null
  /** `PHÓ BÍ THƯ`, with the authority before it where there is one (`T/M BAN THƯỜNG VỤ`). */
  position: PaperPart | null
}

const headLength = 40
const tailLength = 40

/** Number, day, issuer, kind, subject and signer of a Word paper, from the places where the rules of official papers put them. */
export function describePaper(document: PlainDocument): PaperDescription {
  const lines = paperLines(document)
  const head = lines.slice(0, headLength)
  const number = findNumber(head)
  const kindAt = head.findIndex(({ text }) => kinds.has(nameKey(text)))
  const letterhead = kindAt < 0 ? head.slice(0, 15) : head.slice(0, kindAt)
  return {
    number: number?.part ?? null,
    issuedOn: findDay(letterhead),
    issuer: findIssuer(letterhead, number?.index ?? -1, head),
    kind: kindAt < 0 ? null : part(head[kindAt]!),
    subject: subjectOf(head, kindAt),
    ...findSigner(lines.slice(-tailLength)),
  }
}

const part = ({ text, place }: PaperLine): PaperPart => ({ value: text, place })

const kinds = new Set(
  [
    'báo cáo',
    'kế hoạch',
    'tờ trình',
    'chương trình',
    'chương trình hành động',
    'nghị quyết',
    'thông báo',
    'quyết định',
    'biên bản',
    'công văn',
  ].map(nameKey),
)

const numberLine = /^số\s*[:.]?\s*(\d{1,5}\s*[-/\u2013]\s*\p{Lu}[\p{Lu}\d&.]*(?:\s*[-/\u2013]\s*[\p{Lu}\d&.]+)*)/iu

/** Papers themselves are cited by number further down; the own one stands alone in its line, in the head. */
function findNumber(head: readonly PaperLine[]): { part: PaperPart; index: number } | undefined {
  const index = head.findIndex(({ text }) => numberLine.test(text) || /^số\s*[:.]?\s*[-/…._\s]+\p{Lu}/iu.test(text))
  const match = index < 0 ? null : numberLine.exec(head[index]!.text)
  if (!match) return undefined
  return { part: { value: match[1]!.replace(/\s*[-\u2013]\s*/g, '-').replace(/\s*\/\s*/g, '/'), place: head[index]!.place }, index }
}

/** Written in words with the place before it; days in figures belong to the papers it refers to. */
function findDay(letterhead: readonly PaperLine[]): PaperPart | null {
  for (const { text, place } of letterhead) {
    const day = nameKey(text).includes(nameKey('tháng')) ? parseDay(text) : undefined
    if (day !== undefined) return { value: day, place }
  }
  return null
}

const isCapitals = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toUpperCase()
const national = ['đảng cộng sản việt nam', 'cộng hòa xã hội chủ nghĩa việt nam'].map(nameKey)
const goesOn = /^(?:TỈNH|XÃ|PHƯỜNG|THÀNH PHỐ|HUYỆN|VÀ|CỦA) /u

/** The last name in capitals above the number; the superior body stands above it. */
function findIssuer(letterhead: readonly PaperLine[], numberAt: number, head: readonly PaperLine[]): PaperPart | null {
  const cell = numberAt < 0 ? undefined : head[numberAt]!.cell
  const above = numberAt < 0 ? letterhead : head.slice(0, numberAt)
  const names = above.filter(
    (line) =>
      isCapitals(line.text) &&
      !national.includes(nameKey(line.text)) &&
      (cell === undefined || cell === null || isSameColumn(line.cell, cell)),
  )
  const last = names.at(-1)
  if (!last) return null
  const before = names.at(-2)
  return goesOn.test(last.text) && before ? { value: `${before.text} ${last.text}`, place: before.place } : part(last)
}

/** The head is a table of two columns; number and issuer may stand in two rows of it. */
const isSameColumn = (cell: string | null, other: string): boolean =>
  cell !== null && cell.split('.')[0] === other.split('.')[0] && cell.split('.')[2] === other.split('.')[2]

const bodyStart = new RegExp(`^(?:${['thực hiện', 'căn cứ', 'kính gửi', 'kính trình', 'ngày', 'trong'].map(nameKey).join('|')}) `, 'u')
const rule = /^[-–—_*\s]+$/
const briefSubject = new RegExp(`^(?:v/v|${nameKey('về việc')}):? `, 'u')
const longestSubject = 400

/** The lines under the kind up to the rule below them; of a letter what stands after V/v. */
function subjectLines(head: readonly PaperLine[], kindAt: number): readonly PaperLine[] {
  if (kindAt < 0) return head.filter(({ text }) => briefSubject.test(nameKey(text))).slice(0, 1)
  const lines: PaperLine[] = []
  for (const line of head.slice(kindAt + 1)) {
    if (rule.test(line.text) || /^(?:[IVX]+|\d+)\s*[.\-–/)]/.test(line.text)) break
    if (lines.length > 0 && (bodyStart.test(nameKey(line.text)) || /[.;:]$/.test(line.text))) break
    lines.push(line)
    if (lines.length === 4) break
  }
  return lines
}

function subjectOf(head: readonly PaperLine[], kindAt: number): PaperPart | null {
  const lines = subjectLines(head, kindAt)
  const value = lines.map(({ text }) => text.replace(/^v\/v:?\s*/i, '')).join(' ')
  return lines.length === 0 || value.length > longestSubject ? null : { value, place: lines[0]!.place }
}

/** The last block of the head: what comes before the text of a paper. 0 where there is none. */
export function paperHeadEnd(document: PlainDocument): number {
  const head = paperLines(document).slice(0, headLength)
  const kindAt = head.findIndex(({ text }) => kinds.has(nameKey(text)))
  const said = subjectLines(head, kindAt).at(-1) ?? head[kindAt] ?? head.find(({ text }) => numberLine.test(text))
  const after = said && head[head.indexOf(said) + 1]
  return after && rule.test(after.text) ? after.place : (said?.place ?? 0)
}

const authority = /^(?:T\/M|TM|K\/T|KT|T\/L|TL|T\/U\/Q|TUQ|Q)[.\s]/u
const office = /BÍ THƯ|CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH|ỦY VIÊN|CHỦ NHIỆM|THỦ TRƯỞNG/u
const personName = /^(?:[Đđ]\/[Cc]\s*)?\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}$/u

const positionLine = /^(?:Q\. ?|QUYỀN |PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH|ỦY VIÊN|CHỦ NHIỆM|THỦ TRƯỞNG)/u
const longestSigned = 90

/**
 * The block with which the signing of a paper begins (`T/M BAN THƯỜNG VỤ`, the position, the name), among those before the recipients;
 * undefined where nobody signs. Only what stands at the very end: a heading in capitals has its text below it.
 */
export function signingPlace(blocks: PlainDocument['blocks']): number | undefined {
  let place: number | undefined
  let isNamed = false
  for (const block of blocks.toReversed()) {
    const lines = paperLines({ blocks: [block] })
    if (lines.some(({ text }) => text.length > longestSigned)) break
    isNamed ||= lines.some(({ text }) => personName.test(text))
    const signs = lines.filter(({ text }) => isCapitals(text) && (authority.test(text) || (isNamed && positionLine.test(text))))
    if (block.kind === 'table' ? signs.length > 0 : signs[0] !== undefined && signs[0] === lines[0]) place = block.place
  }
  return place
}

/** The last name under a position in capitals; recipients stand in the column beside it. */
function findSigner(tail: readonly PaperLine[]): { signer: PaperPart | null; position: PaperPart | null } {
  const at = tail.findLastIndex(({ text }) => isCapitals(text) && office.test(text))
  if (at < 0) return { signer: null, position: null }
  const line = tail[at]!
  const before = tail[at - 1]
  const isBacked = before !== undefined && before.cell === line.cell && authority.test(before.text)
  const position = { value: isBacked ? `${before.text} ${line.text}` : line.text, place: line.place }
  const signer = tail
    .slice(at + 1)
    .find(({ text, cell }) => personName.test(text) && (line.cell === null || cell === null || isSameColumn(cell, line.cell)))
  return { signer: signer ? part(signer) : null, position }
}
