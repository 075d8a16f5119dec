/** TCVN 5712:1993, third character set ("ABC" fonts): one byte per letter, toned capitals missing. ư is the soft hyphen. */
const tableText =
  'A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ ' +
  'D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù ' +
  'F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ'

/** Code point of the font's byte → letter. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  tableText.split(' ').map((entry) => [String.fromCharCode(Number.parseInt(entry.slice(0, 2), 16)), entry.slice(2)]),
)
const codes: ReadonlyMap<string, string> = new Map([...tcvn3Letters].map(([code, letter]) => [letter, code]))

/** Characters outside the table stay. Must run before any cleaning: U+00AD is ư here, not a soft hyphen. */
export const decodeTcvn3 = (text: string): string => text.replace(/[\u00a1-\u00fe]/g, (code) => tcvn3Letters.get(code) ?? code)

/**
 * NFC text as an ABC font stores it. Toned capitals do not exist in this encoding: they become the lower-case
 * letter, as typists did, so decode∘encode is the identity on texts without them. Foreign letters stay.
 */
export const encodeTcvn3 = (text: string): string =>
  text.normalize('NFC').replace(/\P{ASCII}/gu, (letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter)
