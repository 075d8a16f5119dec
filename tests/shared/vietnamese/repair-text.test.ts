import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { repairText } from '../../../shared/vietnamese/repair-text.ts'
import { decodeTcvn3, encodeTcvn3 } from '../../../shared/vietnamese/tcvn3.ts'
import { voteEncoding } from '../../../shared/vietnamese/vote-encoding.ts'

const { fields, tasks } = bundledProgramme()
const labels = [...fields, ...tasks].map(({ label }) => label.vi.normalize('NFC'))
const misread = (text: string, charset: string): string => new TextDecoder(charset).decode(Buffer.from(text))

describe('repairs', () => {
  it.each([
    ['TiÃªn Lá»¯', 'double_encoded', 'Tiên Lữ'],
    ['Ðảng ủy', 'look_alikes', 'Đảng ủy'],
    ['công đоàn', 'look_alikes', 'công đoàn'],
    ['１２ cuộc', 'look_alikes', '12 cuộc'],
    ['Mờng Khơng', 'lost_letters', 'Mường Khương'],
    ['Hng Yên', 'lost_letters', 'Hưng Yên'],
    ['số lợng', 'lost_letters', 'số lượng'],
  ])('%s: %s', (text, trouble, repaired) => {
    expect(repairText(text)).toEqual({ trouble, repaired })
  })

  it.each(['Công đoàn', 'Cộng đồng “tốt” – hơn', 'Москва', 'Tp. HCM', 'café', 'ÂU CƠ', 'số 58-CT/TW', '12.345', '5 nghìn ₫', 'ctrl', ''])(
    'leaves %s alone',
    (text) => {
      expect(repairText(text)).toBeUndefined()
    },
  )

  it('leaves every label of the programme alone, in any composition', () => {
    expect(labels.flatMap((label) => [label, label.normalize('NFD'), label.toUpperCase()]).filter((label) => repairText(label))).toEqual([])
  })

  it('undoes what any label suffers when its UTF-8 is read as single bytes', () => {
    const charset = fc.constantFrom('windows-1252', 'latin1')
    fc.assert(
      fc.property(fc.constantFrom(...labels), charset, (label, name) => {
        expect(repairText(misread(label, name))).toEqual({ trouble: 'double_encoded', repaired: label })
      }),
    )
  })

  it('still hears TCVN3 after its soft hyphens are gone', () => {
    const lost = ['Mường Khương', 'phường Phố Hiến, tỉnh Hưng Yên', 'trường lớp'].map((text) => encodeTcvn3(text).replaceAll('\u00ad', ''))
    expect(voteEncoding(lost)).toMatchObject({ suggestion: 'tcvn3', confidence: 'sure' })
    expect(lost.map((text) => repairText(decodeTcvn3(text))?.repaired)).toEqual([
      'Mường Khương',
      'phường Phố Hiến, tỉnh Hưng Yên',
      'trường lớp',
    ])
  })
})
