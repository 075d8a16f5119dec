import type { Reading } from '../../shared/domain/figure.ts'
import type { UnitOfCount } from '../../shared/domain/programme.ts'
import { encodeTcvn3 } from '../../shared/vietnamese/tcvn3.ts'
import { searchFold } from '../../shared/vietnamese/text-key.ts'
import type { Written } from '../kit/plain-workbook.ts'
import { nil, unreadable, value } from './awkward-case.ts'

export type Manner = (text: string) => Written

const text = (written: string, fontName = 'Times New Roman'): Written => ({ kind: 'text', value: written, fontName })

/** How a label may be typed without becoming another label. */
export const labelManners: Readonly<Record<string, Manner>> = {
  plain: (label) => text(label),
  capitals: (label) => text(label.toUpperCase()),
  'no marks': (label) => text(searchFold(label)),
  'combining marks': (label) => text(label.normalize('NFD')),
  'odd spaces': (label) => text(`  ${label.replaceAll(' ', '\u00a0 ')} `),
  colon: (label) => text(`${label}:`),
  'old tone placement': (label) => text(label.replaceAll('òa', 'oà').replaceAll('ủy', 'uỷ').replaceAll('ỏa', 'oả')),
  TCVN3: (label) => text(encodeTcvn3(label.normalize('NFC')), '.VnTime'),
  'TCVN3 capitals': (label) => text(encodeTcvn3(label.toLowerCase()), '.VnTimeH'),
  'line breaks': (label) => text(label.replace(/ (?=\S+ \S+$)/, '\n')),
  footnote: (label) => text(`${label} (1)`),
  'zero width': (label) => text(label.replace(' ', ' \u200b')),
}

export type NumberManner = (count: number, unit: UnitOfCount) => { written: Written; reading: Reading }

const grouped = (count: number, mark: string): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, mark)
const unitWord: Readonly<Record<UnitOfCount, string>> = {
  person: 'người',
  turn: 'lượt',
  union: 'CĐCS',
  enterprise: 'DN',
  entity: 'đơn vị',
  agreement: 'bản',
  session: 'cuộc',
  case: 'vụ',
  day: 'ngày',
}

/** How a count may be typed, and what it is then. */
export const numberManners: Readonly<Record<string, NumberManner>> = {
  number: (count) => ({ written: count, reading: value(count) }),
  'number as text': (count) => ({ written: String(count), reading: value(count) }),
  apostrophe: (count) => ({ written: `'${count}`, reading: value(count) }),
  'dots for thousands': (count) => ({ written: grouped(count, '.'), reading: value(count) }),
  'hard spaces': (count) => ({ written: `\u00a0${grouped(count, '\u00a0')}\u00a0`, reading: value(count) }),
  'unit behind': (count, unit) => ({ written: `${String(count).padStart(2, '0')} ${unitWord[unit]}`, reading: value(count) }),
  'leading zero': (count) => ({ written: String(count).padStart(5, '0'), reading: value(count) }),
  formula: (count) => ({ written: { kind: 'number', value: count, formula: `${count}+0` }, reading: value(count) }),
  'formula without result': () => ({
    written: { kind: 'text', value: '', formula: 'SUM(Z1:Z9)', withoutResult: true },
    reading: unreadable,
  }),
  'error value': () => ({ written: { kind: 'error', value: '#REF!' }, reading: unreadable }),
  'nil word': () => ({ written: 'Không phát sinh', reading: nil }),
  dash: () => ({ written: '-', reading: nil }),
  'not asked': () => ({ written: 'x', reading: { state: 'not_applicable', value: null } }),
  ratio: (count) => ({ written: `${count}/${count + 5}`, reading: unreadable }),
  percent: () => ({ written: '90,5 %', reading: unreadable }),
  'percent format': () => ({ written: { kind: 'number', value: 0.9, numberFormat: '0%' }, reading: unreadable }),
  fraction: (count) => ({ written: count + 0.5, reading: unreadable }),
  negative: (count) => ({ written: -count - 1, reading: unreadable }),
  words: () => ({ written: 'năm mươi', reading: unreadable }),
  'true date': () => ({ written: { kind: 'date', value: 46_058, numberFormat: 'dd/mm/yyyy' }, reading: unreadable }),
}
