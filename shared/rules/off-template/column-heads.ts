import { foldLabel } from './label-words.ts'
import type { ColumnRole } from '../../domain/layout-mapping.ts'
import { meaningKey, type Lexicon } from './programme-lexicon.ts'

export type Time = 'previous' | 'in_period' | 'cumulative'
export type Part = 'numerator' | 'denominator' | 'percent'

/** What the head over a column says. */
export type ColumnHead = {
  kind: 'number' | 'label' | 'unit_of_count' | 'note' | 'value' | 'other'
  time: Time | null
  part: Part | null
  /** Concepts that are left when the words for role and time are taken away: "Được tuyên truyền" over a column of counts. */
  concepts: readonly string[]
  /** The head has words that neither name a role nor belong to the programme. */
  strange: boolean
  /** A column that sums the others of its table: "Cộng", "Tổng cộng". */
  sums: boolean
}

/** `text` is the head as it reads, its rows parted by ›. */
export type FoundColumn = { column: number; head: ColumnHead; text: string }

const numbers = /^(?:s?tt|so tt|so thu tu|thu tu|muc so|ma so)$/
const labels =
  /^(?:(?:cac )?(?:chi tieu|noi dung|tieu chi|danh muc|dien giai|hang muc|nhiem vu|muc so lieu|muc|thong tin|cong viec)(?: (?:chi tieu|bao cao|so lieu|cong viec|thuc hien|tong hop|noi dung|cong tac|danh gia|chu yeu|nhiem vu))*|ten (?:chi tieu|don vi|noi dung).*|don vi)$/
const units = /^(?:don vi tinh|dvt|dv tinh|don vi do|dv ?t)$/
const notes = /^(?:ghi chu|chu thich|giai trinh|ly do|nguyen nhan|thuyet minh|gc|nguon so lieu|giai thich|minh chung)(?: .*)?$/
const plain =
  /^(?:so luong|so lieu|ket qua|gia tri|so|sl|so bao cao|so lieu bao cao|ket qua thuc hien|so luong ket qua|so thuc te|thuc te|so lieu thuc hien|tri so|don vi bao cao|so lieu cua don vi)$/
const plans = /\b(?:ke hoach|kh|chi tieu giao|muc tieu|du kien|duoc giao|phan dau|giao nam|uoc|uoc thuc hien|dinh muc)\b/
const comparisons = /\b(?:so voi|so sanh|tang|chenh lech|bien dong)\b/
const previous = /\b(?:ky truoc|nam truoc|cung ky|nam ngoai|ky lien ke|so cu|thang truoc|quy truoc)\b/
const cumulative =
  /\b(?:luy ke|cong don|tu dau nam|tu dau ky|tinh den|den ngay|den het|den nay|den thoi diem|cuoi ky|hien nay|hien co|ca nam|lk|(?:6|9|03|06|09|sau|chin) thang dau nam)\b/
const inPeriod =
  /\b(?:trong ky|ky nay|ky bao cao|trong thang|thang nay|trong quy|quy nay|quy (?:iv|i{1,3}|[1-4])|thang (?:0?[1-9]|1[0-2])|trong tuan|phat sinh)\b/
const percents = /%|\b(?:ty le|ti le|phan tram|tl|binh quan)\b/
const denominators =
  /^(?:tong so|tong|mau so|ts|tong so phai thuc hien|so phai thuc hien|tong so doi tuong|doi tuong|tong so hien co|tong chung)$/
const numerators =
  /^(?:da |so |so luong )*(?:thuc hien|th|tu so|dat|dat duoc|da dat|duoc thuc hien|hoan thanh|trong do thuc hien|ket qua dat duoc|co thuc hien)$/
const sums = /^(?:cong|tong cong|tong so|tong|toan xa|toan phuong|cong chung|tong chung|toan don vi|chung)$/
const roleWords =
  /\b(?:luy ke|cong don|tu dau nam|tinh den|den ngay|den nay|den het|ky truoc|nam truoc|cung ky|trong ky|ky nay|ky bao cao|so luong|so lieu|ket qua|tong so|thuc hien|bao cao|ty le|ti le|den|nam|thang|quy|ky|ngay|tu|dau|cuoi|don vi|nguoi|cuoc|xa|phuong|ubnd|dang uy|cua|so|\d+)\b|%/g

/** The head texts over one column, top first, each once. */
export function readHead(path: readonly string[], lexicon: Lexicon): ColumnHead {
  const folded = path.map((text) =>
    foldLabel(text)
      .replace(/[():;.,*/]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const own = folded.at(-1) ?? ''
  const all = folded.join(' ')
  const head = (kind: ColumnHead['kind'], rest: Partial<ColumnHead> = {}): ColumnHead => ({
    kind,
    time: null,
    part: null,
    concepts: [],
    strange: false,
    sums: false,
    ...rest,
  })
  if (all === '') return head('value', { strange: true })
  for (const text of [own, all]) {
    if (numbers.test(text)) return head('number')
    if (units.test(text)) return head('unit_of_count')
    if (notes.test(text)) return head('note')
    if (labels.test(text)) return head('label')
  }
  if (comparisons.test(all) || plans.test(all)) return head('other')
  const time: Time | null = previous.test(all) ? 'previous' : cumulative.test(all) ? 'cumulative' : inPeriod.test(all) ? 'in_period' : null
  const bare = folded.map((text) => text.replace(cumulative, '').replace(inPeriod, '').replace(previous, '').replace(/\s+/g, ' ').trim())
  const last = bare.findLast((text) => text !== '') ?? ''
  if (percents.test(all)) return head('value', { time, part: 'percent', concepts: headConcepts(path, lexicon) })
  const part = denominators.test(last) ? 'denominator' : numerators.test(last) ? 'numerator' : null
  const concepts = headConcepts(path, lexicon)
  // A word by itself may be in some label by chance ("Thôn Đông"); beside a strange one it says nothing.
  const isKnown = concepts.every((concept) => lexicon.weights.has(concept) || concept.startsWith('='))
  const known = concepts.filter((concept) => isKnown || concept.startsWith('='))
  return head('value', {
    time,
    part,
    concepts: known,
    strange:
      part === null &&
      !sums.test(last) &&
      !plain.test(last) &&
      known.length === 0 &&
      all.replace(roleWords, '').replace(/[^a-z]/g, '') !== '',
    sums: sums.test(last),
  })
}

/** What the head speaks of, however many rows it has; the span and the role left out. */
function headConcepts(path: readonly string[], lexicon: Lexicon): readonly string[] {
  const concepts = new Set<string>()
  for (const text of path) {
    const folded = foldLabel(text)
      .replace(/[():;.,*/]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (plain.test(folded) || denominators.test(folded) || numerators.test(folded) || sums.test(folded)) continue
    for (const concept of lexicon.meaningsOf(text)[0]?.concepts ?? [])
      if (!roleConcepts.has(concept) && !/^\d+$/.test(concept)) concepts.add(concept)
  }
  return [...concepts].toSorted()
}
const roleConcepts = new Set('ty le phan tram ky truoc trong nay luy ke tinh den ngay thang nam quy cung tu dau binh quan'.split(' '))

export const roleOf = (head: ColumnHead): ColumnRole =>
  head.kind !== 'value' ? head.kind : head.time === 'previous' ? 'previous_period' : (head.part ?? head.time ?? 'value')

/** Whether a text alone, without the rest of its row, would be the head of a column. */
export function isHeadWord(text: string, lexicon: Lexicon): boolean {
  if (text === '' || text.length > 60) return false
  const folded = foldLabel(text)
    .replace(/[():;.,*/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (numbers.test(folded) || units.test(folded) || notes.test(folded) || labels.test(folded) || plain.test(folded)) return true
  if (folded.split(' ').length > 8) return false
  const head = readHead([text], lexicon)
  return head.kind === 'other' || head.time !== null || (head.part !== null && meaningKey(head.concepts) === '')
}

/** A row that numbers the columns: `A B 1 2 3=2/1`, `(1) (2)`. */
export const isColumnNumber = (text: string): boolean => /^\(?(?:\d{1,2}|[A-D])(?:\s*=\s*[\d\s()+\-*/:x%]+)?\)?$/i.test(text.trim())
