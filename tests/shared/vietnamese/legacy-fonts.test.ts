import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeByFont, decodeCellText, legacyEncodingOfFont } from '../../../shared/vietnamese/legacy-fonts.ts'
import { decodeTcvn3, encodeTcvn3, tcvn3Letters } from '../../../shared/vietnamese/tcvn3.ts'
import { decodeVni, encodeVni } from '../../../shared/vietnamese/vni.ts'
import { describeWithTools } from '../../kit/system-tools.ts'

const lowerLetters = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz'
const otherSigns = ' 0123456789.,;-/'
const bareCapitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂÊÔƠƯĐ'

it.each([
  ['Xin chµo c¸c b¹n', 'Xin chào các bạn'],
  ['T«i ®i häc', 'Tôi đi học'],
  ['B¶o Th¾ng', 'Bảo Thắng'],
  ['Liªn ®oµn Lao ®éng tØnh H­ng Yªn', 'Liên đoàn Lao động tỉnh Hưng Yên'],
  ['ph­êng Phè HiÕn', 'phường Phố Hiến'],
  ['M­êng Kh­¬ng', 'Mường Khương'],
  [Buffer.from('a7b66e6720f1792078b7204cadac6e672042bb6e67', 'hex').toString('latin1'), 'Đảng ủy xã Lương Bằng'],
])('decodes TCVN3 %j to %j', (typed, text) => {
  expect(decodeByFont(typed, '.VnTime')).toEqual({ text, encoding: 'tcvn3' })
})

it.each([
  ['Xin chaøo caùc baïn', 'Xin chào các bạn'],
  ['Lieân ñoaøn Lao ñoäng tænh Höng Yeân', 'Liên đoàn Lao động tỉnh Hưng Yên'],
  ['Ñaûng uûy xaõ Löông Baèng', 'Đảng ủy xã Lương Bằng'],
  ['ÑAÛNG UÛY XAÕ LÖÔNG BAÈNG', 'ĐẢNG ỦY XÃ LƯƠNG BẰNG'],
  ['AÁp Myõ, Yù Yeân, kyû luaät, tyû leä, lyù', 'Ấp Mỹ, Ý Yên, kỷ luật, tỷ lệ, lý'],
])('decodes VNI %j to %j', (typed, text) => {
  expect(decodeByFont(typed, 'VNI-Times')).toEqual({ text, encoding: 'vni' })
})

it('reads fonts whose name ends in H as capitals', () => {
  expect(decodeByFont('TØNH ñY H¦NG Y£N', '.VnTime').text).toBe('TỉNH ủY HƯNG YÊN')
  expect(decodeByFont('TØNH ñY H¦NG Y£N', '.VnTimeH').text).toBe('TỈNH ỦY HƯNG YÊN')
})

it('knows legacy fonts by name and leaves the same code points alone in any other font', () => {
  expect(
    ['.VnTime', '.vnarial narrow', 'VNI-Times', 'vni helve', 'Times New Roman', 'Arial', '.SF NS', ''].map(legacyEncodingOfFont),
  ).toEqual(['tcvn3', 'tcvn3', 'vni', 'vni', null, null, null, null])
  expect(decodeByFont('mét', 'Times New Roman')).toEqual({ text: 'mét', encoding: null })
  expect(decodeByFont('mét', '.VnTime')).toEqual({ text: 'một', encoding: 'tcvn3' })
})

it('does not decode text typed as Unicode in a legacy font, nor plain ASCII', () => {
  expect(decodeByFont('Đảng ủy xã Lương Bằng', '.VnTime')).toEqual({ text: 'Đảng ủy xã Lương Bằng', encoding: null })
  expect(decodeByFont('1234', '.VnTime')).toEqual({ text: '1234', encoding: null })
})

it('decodes each run of a cell by its own font', () => {
  const runs = [
    { text: 'X· ', fontName: '.VnTime' },
    { text: 'Diên Hà, ', fontName: 'Arial' },
    { text: 'tænh Höng Yeân', fontName: 'VNI-Times' },
  ]
  expect(decodeCellText({ value: runs.map((run) => run.text).join(''), fontName: 'Arial', runs })).toEqual({
    text: 'Xã Diên Hà, tỉnh Hưng Yên',
    encoding: 'tcvn3',
  })
  expect(decodeCellText(undefined)).toEqual({ text: '', encoding: null })
})

it('decode ∘ encode is the identity: TCVN3 without toned capitals, VNI with all', () => {
  const tcvn3Text = fc.string({ unit: fc.constantFrom(...(lowerLetters + bareCapitals + otherSigns).split('')) })
  fc.assert(fc.property(tcvn3Text, (text) => decodeTcvn3(encodeTcvn3(text)) === text))
  const vniText = fc.string({ unit: fc.constantFrom(...(lowerLetters + lowerLetters.toUpperCase() + otherSigns).split('')) })
  fc.assert(fc.property(vniText, (text) => decodeVni(encodeVni(text)) === text))
})

it('capitals come back through a font of capitals, which is how TCVN3 writes them', () => {
  const capitals = fc.string({ unit: fc.constantFrom(...(lowerLetters.toUpperCase() + otherSigns).split('')) })
  fc.assert(fc.property(capitals, (text) => decodeByFont(encodeTcvn3(text), '.VnTimeH').text === text))
})

it('holds every letter once: 74 codes in TCVN3, one spelling per letter in VNI', () => {
  expect(tcvn3Letters.size).toBe(74)
  expect(new Set(tcvn3Letters.values()).size).toBe(74)
  const marked = (lowerLetters + lowerLetters.toUpperCase()).split('').filter((letter) => letter > '\u007f')
  expect(new Set(marked.map(encodeVni)).size).toBe(marked.length)
  expect(marked.every((letter) => Buffer.from(encodeVni(letter), 'latin1').toString('latin1') === encodeVni(letter))).toBe(true)
  expect(encodeTcvn3('TỈNH')).toBe('TØNH')
})

describeWithTools(['iconv'], 'the TCVN3 table against iconv', () => {
  it('agrees on all 74 codes', () => {
    const codes = [...tcvn3Letters.keys()]
    const converted = spawnSync('iconv', ['-f', 'TCVN5712-1', '-t', 'UTF-8'], { input: Buffer.from(codes.join('\n') + '\n', 'latin1') })
    expect(converted.status).toBe(0)
    expect(converted.stdout.toString('utf8').normalize('NFC').trimEnd().split('\n')).toEqual([...tcvn3Letters.values()])
  })
})
