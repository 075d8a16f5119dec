import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs'

/** Style objects are shared by reference: the writer caches them by identity, which is most of its speed. */
const family = 'Times New Roman'
const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: family, size: 12, ...more })
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

const hair: Partial<Border> = { style: 'thin', color: { argb: 'FF9AA5B1' } }
const box: Partial<Borders> = { top: hair, left: hair, bottom: hair, right: hair }
const inputLine: Partial<Border> = { style: 'thin', color: { argb: 'FF7F6B1F' } }
const inputBox: Partial<Borders> = { top: inputLine, left: inputLine, bottom: inputLine, right: inputLine }

const place = (
  horizontal: Alignment['horizontal'],
  vertical: Alignment['vertical'] = 'middle',
  wrapText = true,
  indent = 0,
): Partial<Alignment> => ({ horizontal, vertical, wrapText, indent })

const headFill = fill('FFDDE6EE')
const groupFill = fill('FFF0F3F6')
const inputFill = fill('FFFFF8DC')
const shadeFill = fill('FFF7F8F9')
const locked = { locked: true }
const open = { locked: false }
const countFormat = '#,##0'
const textFormat = '@'

type Look = Partial<Style>
const look = (style: Look): Look => ({ font: font(), protection: locked, ...style })

export const looks = {
  plain: look({ alignment: place('left') }),
  small: look({ font: font({ size: 11, italic: true, color: { argb: 'FF44505C' } }), alignment: place('left') }),
  smallBox: look({
    font: font({ size: 11, italic: true, color: { argb: 'FF44505C' } }),
    alignment: place('left', 'middle', true, 1),
    border: box,
  }),
  smallCentre: look({ font: font({ size: 11, italic: true, color: { argb: 'FF44505C' } }), alignment: place('center') }),
  title: look({ font: font({ size: 16, bold: true }), alignment: place('center') }),
  subtitle: look({ font: font({ size: 13, bold: true }), alignment: place('center') }),
  sheetTitle: look({ font: font({ size: 14, bold: true }), alignment: place('left', 'middle', false) }),
  sheetHead: look({ font: font({ size: 12, color: { argb: 'FF44505C' } }), alignment: place('left', 'middle', false) }),
  strong: look({ font: font({ bold: true }), alignment: place('left') }),
  strongCentre: look({ font: font({ bold: true }), alignment: place('center') }),
  centre: look({ alignment: place('center') }),
  section: look({ font: font({ size: 13, bold: true }), alignment: place('left', 'middle', false) }),
  head: look({ font: font({ bold: true }), alignment: place('center'), fill: headFill, border: box }),
  headSmall: look({ font: font({ size: 10, bold: true }), alignment: place('center'), fill: headFill, border: box }),
  group: look({ font: font({ bold: true }), alignment: place('left', 'middle', false, 1), fill: groupFill, border: box }),
  groupWrap: look({ font: font({ bold: true }), alignment: place('left', 'middle', true, 1), fill: groupFill, border: box }),
  groupCentre: look({ font: font({ bold: true }), alignment: place('center'), fill: groupFill, border: box }),
  label: look({ alignment: place('left', 'middle', true, 1), border: box }),
  labelStrong: look({ font: font({ bold: true }), alignment: place('left', 'middle', true, 1), border: box }),
  labelCentre: look({ alignment: place('center'), border: box }),
  labelSmall: look({ font: font({ size: 11 }), alignment: place('center'), border: box }),
  shadeCount: look({
    font: font({ color: { argb: 'FF44505C' } }),
    alignment: place('right', 'middle', false, 1),
    border: box,
    fill: shadeFill,
    numFmt: countFormat,
  }),
  totalCount: look({
    font: font({ bold: true }),
    alignment: place('right', 'middle', false, 1),
    border: box,
    fill: groupFill,
    numFmt: countFormat,
  }),
  percent: look({ alignment: place('right', 'middle', false, 1), border: box, fill: shadeFill, numFmt: '0.00%' }),
  ratio: look({ alignment: place('right', 'middle', false, 1), border: box, fill: shadeFill, numFmt: '0.00' }),
  state: look({ font: font({ bold: true, color: { argb: 'FF8A4B00' } }), alignment: place('center'), border: box }),
  count: look({ alignment: place('right', 'middle', false, 1), border: inputBox, fill: inputFill, protection: open, numFmt: countFormat }),
  text: look({ alignment: place('left', 'top', true, 1), border: inputBox, fill: inputFill, protection: open, numFmt: textFormat }),
  textMiddle: look({
    alignment: place('left', 'middle', true, 1),
    border: inputBox,
    fill: inputFill,
    protection: open,
    numFmt: textFormat,
  }),
  choice: look({
    font: font({ bold: true }),
    alignment: place('center'),
    border: inputBox,
    fill: inputFill,
    protection: open,
    numFmt: textFormat,
  }),
  /** Where people sign or write by hand; unlocked so that names can be typed. */
  sign: look({ font: font({ bold: true }), alignment: place('center'), protection: open }),
  signDate: look({ font: font({ italic: true }), alignment: place('center', 'middle', false), protection: open }),
  /** Line breaks in it give a row its least height without fixing it, so that Excel and LibreOffice still fit it to the text. */
  strut: look({ font: font({ size: 11, italic: true, color: { argb: 'FF6B7783' } }), alignment: place('center', 'top'), border: box }),
} as const satisfies Record<string, Look>
