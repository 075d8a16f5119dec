import { writeTemplate } from '../../electron/workers/template/write-template.ts'
import { templateSheets, templateVersion, type TemplateAnswers } from '../../shared/domain/template.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { identityCheckValue } from '../../shared/rules/identity.ts'
import { buildCfb } from '../kit/build-cfb.ts'
import { buildDocument } from '../kit/build-document.ts'
import { buildForeign } from '../kit/build-foreign.ts'
import { setCells, typed, workbookParts } from '../kit/edit-workbook.ts'
import { buildZip } from '../kit/build-zip.ts'
import { orderFor, units } from '../kit/template-order.ts'

const communes = units.filter((unit) => unit.line === 'territorial')

/** Our workbook, filled in by the commune at this place of the list. */
export const workbookOf = async (index: number, answers: TemplateAnswers = { 'fld.um_total': 100 }): Promise<Buffer> =>
  Buffer.from(await writeTemplate(orderFor(communes[index]!), answers))

const changed = (bytes: Uint8Array, part: string, change: (xml: string) => string): Buffer =>
  buildZip(
    workbookParts(bytes).map((member) =>
      member.name === part ? { ...member, data: change(Buffer.from(member.data).toString('utf8')) } : member,
    ),
  )
const withParts = (bytes: Uint8Array, ...extra: readonly { name: string; data: string }[]): Buffer =>
  buildZip([...workbookParts(bytes), ...extra])
const tableOfUnits = [
  ['TT', 'Đơn vị', 'Số'],
  [1, 'Xã A', 5],
  [2, 'Xã B', 7],
]
const figuresSheet = 'xl/worksheets/sheet2.xml'

/** Rows of bad input that no unit has to be known for: name as received, bytes. */
export async function unreadableFiles(): Promise<Record<string, Buffer>> {
  const good = await workbookOf(0)
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  return {
    'cat ngan.xlsx': good.subarray(0, good.length >> 1),
    'hong.xlsx': buildZip(workbookParts(good).map((member) => (member.name === figuresSheet ? { ...member, crc: 1 } : member))),
    'mat khau.xlsx': buildCfb([{ name: 'EncryptionInfo' }, { name: 'EncryptedPackage' }]),
    'trang web.xlsx': Buffer.from('<html><body><table><tr><td>1</td></tr></table></body></html>'),
    'van ban.xlsx': Buffer.from('TT;Đơn vị;Số\n1;Xã A;5\n2;Xã B;7\n'),
    'trong.xlsx': Buffer.alloc(0),
    'bom nen, khai that.xlsx': withParts(good, { name: 'xl/media/a.bin', data: '\0'.repeat(30_000_000) }),
    'bom nen, khai gian.xlsx': buildZip(
      workbookParts(good).map((member) => (member.name === figuresSheet ? { ...member, declaredBytes: 1_000 } : member)),
    ),
    'trang 2 GB.xlsx': buildZip(
      workbookParts(good).map((member) => (member.name === figuresSheet ? { ...member, declaredBytes: 2 ** 31 - 1 } : member)),
    ),
    '50.000 o gop.xlsx': changed(good, figuresSheet, (xml) =>
      xml.replace(
        /<mergeCells.*<\/mergeCells>/,
        `<mergeCells>${Array.from({ length: 50_000 }, (_, at) => `<mergeCell ref="K${at + 1}:L${at + 1}"/>`).join('')}</mergeCells>`,
      ),
    ),
    'bom thuc the.xlsx': changed(good, figuresSheet, (xml) =>
      xml.replace('?>', `?>${bomb}`).replace('<sheetData>', '<sheetData><!-- &b; -->'),
    ),
    'long sau.xlsx': changed(good, figuresSheet, (xml) => xml.replace('<sheetData>', `<sheetData>${'<a>'.repeat(50_000)}`)),
    'nen la.xlsx': buildZip(workbookParts(good), { disk: 1 }),
    'nhieu tep.rar': Buffer.from('526172211a0700', 'hex'),
    'zip rong.zip': buildZip([]),
    'zip hong.zip': Buffer.from('PK\u0003\u0004 …'),
    'van ban.txt': Buffer.from('Kính gửi Văn phòng Tỉnh ủy.\nĐơn vị xin báo cáo.\n'),
    'chuong trinh.exe': Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
    'Thumbs.db': Buffer.from('x'),
    '~$BC xa.xlsx': Buffer.from('x'),
    'ban chup.pdf': Buffer.from('%PDF-1.4\n%%EOF'),
    'anh chup.jpg': Buffer.from('ffd8ffe000104a464946', 'hex'),
    'bao cao.doc': buildCfb([{ name: 'WordDocument' }]),
    'bang so lieu.csv': Buffer.from('TT;Đơn vị;Số\n1;Xã A;5\n2;Xã B;7\n'),
    'bang so lieu.xls': buildForeign('xls', { Biểu: tableOfUnits }),
    'bang so lieu.ods': buildForeign('ods', { Biểu: tableOfUnits }),
    'xls mang ten.xlsx': buildForeign('xls', { Biểu: tableOfUnits.slice(0, 2) }),
    'ods mang ten.xlsx': buildForeign('ods', { Biểu: tableOfUnits.slice(0, 2) }),
    'ods mang ten.xls': buildForeign('ods', { Biểu: tableOfUnits.slice(0, 2) }),
    'xls mang ten.doc': buildForeign('xls', { Biểu: tableOfUnits.slice(0, 2) }),
    'csv mang ten.pdf': Buffer.from('TT;Đơn vị;Số\n1;Xã A;6\n2;Xã B;7\n'),
    'bang chu.txt': Buffer.from('TT;Đơn vị;Số\n1;Xã A;8\n2;Xã B;7\n'),
    'word mang ten.xlsx': buildDocument('<w:p><w:r><w:t>Báo cáo</w:t></w:r></w:p>'),
    'pdf mang ten.xlsx': Buffer.from('%PDF-1.5\n%%EOF'),
    'bang so lieu.xlsb': buildForeign('xlsb', { Biểu: tableOfUnits }),
    'xls cat ngan.xls': buildForeign('xls', { Biểu: tableOfUnits }).subarray(0, 2_000),
    'xls mat khau.xls': buildCfb([
      { name: 'Workbook', head: Buffer.from('0908100000060500bb0dcc0741000000060000002f000600000000000000', 'hex') },
    ]),
    'ods hong.ods': buildZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', data: '<x/>' },
    ]),
    // Whatever came before it, the next file goes on.
    'zz.xlsx': good,
  }
}

/** The codes on the identity sheet changed as another version of the application writes them: its check value fits. */
function withIdentity(bytes: Uint8Array, unit: string, change: { programmeVersion?: number; templateVersion?: number }): Buffer {
  const { code: programme, version } = bundledProgramme()
  const codes = { programme, programmeVersion: version, period: 'H1-2026', unit, templateVersion, ...change }
  const sheets = [
    ...Buffer.from(workbookParts(bytes).find(({ name }) => name === 'xl/workbook.xml')!.data)
      .toString('utf8')
      .matchAll(/<sheet [^>]*name="([^"]+)"/g),
  ]
  const part = `xl/worksheets/sheet${sheets.findIndex(([, name]) => name === templateSheets.identity) + 1}.xml`
  const values = { B3: String(codes.programmeVersion), B6: String(codes.templateVersion), B7: identityCheckValue(codes) }
  return changed(bytes, part, (xml) =>
    Object.entries(values).reduce(
      (text, [cell, value]) =>
        text.replace(new RegExp(`<c r="${cell}"[^>]*>.*?</c>`), `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`),
      xml,
    ),
  )
}

/** Workbooks of ours that say something odd, each of a commune of its own. */
export async function oddWorkbooks(): Promise<Record<string, Buffer>> {
  const tcvn3 = Buffer.from('a7b66e6720f1792078b7204cadac6e672042bb6e67', 'hex').toString('latin1')
  const linked = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
  return {
    'macro.xlsm': withParts(await workbookOf(1), { name: 'xl/vbaProject.bin', data: 'macro' }),
    'lien ket.xlsx': withParts(await workbookOf(2), { name: 'xl/externalLinks/externalLink1.xml', data: linked }),
    'cong thuc.xlsx': setCells(await workbookOf(3), {
      'fld.um_total': '<f>1+[1]A!A1</f><v>250</v>',
      'fld.um_informed': "<f>cmd|' /C calc'!A0</f>",
      'fld.um_introduced': 't="e"><f>1/0</f><v>#DIV/0!</v>',
    }),
    'chu nhu cong thuc.xlsx': setCells(await workbookOf(4), {
      'fld.um_total': typed(['', "=cmd|' /C calc'!A0"]),
      'fld.um_informed': typed(['', '+84 912']),
      'fld.um_introduced': typed(['', '-5']),
      'fld.um_admitted': typed(['', '@SUM(1)']),
      'nar.tsk.1.1': typed(['', '=HYPERLINK("http://vi.du","x")']),
    }),
    'NFD, NBSP.xlsx': setCells(await workbookOf(5), {
      'fld.um_total': typed(['', '\u00a01\u00a0200\u00a0']),
      'nar.tsk.1.1': typed(['', 'Đã quán triệt ở cơ sở.'.normalize('NFD')]),
    }),
    'TCVN3, VNI.xlsx': setCells(await workbookOf(6), {
      'nar.tsk.1.1': typed(['.VnTime', tcvn3]),
      'nar.tsk.1.2': typed(['VNI-Times', 'Ñaûng uûy xaõ Löông Baèng']),
      'nar.tsk.2.1': typed(['', 'Kế hoạch của '], ['.VnTime', tcvn3], ['VNI-Times', ' Löông Baèng']),
    }),
    'mau cu.xlsx': withIdentity(await workbookOf(29), communes[29]!.code, { templateVersion: 0 }),
    'chuong trinh ban truoc.xlsx': withIdentity(await workbookOf(30), communes[30]!.code, { programmeVersion: 0 }),
    'khoa trang, khoa cau truc.xlsx': changed(
      changed(await workbookOf(31), 'xl/workbook.xml', (xml) =>
        xml.replace('<sheets>', '<workbookProtection workbookPassword="CC1A" lockStructure="1" lockWindows="1"/><sheets>'),
      ),
      figuresSheet,
      (xml) => xml.replace(/<sheetProtection[^>]*\/>/, '<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>'),
    ),
    'doi duoi.xls': await workbookOf(32),
    'doi duoi.zip': await workbookOf(33),
    'trang nhan dang bi sua.xlsx': changed(await workbookOf(7), 'xl/sharedStrings.xml', (xml) =>
      xml.replace(communes[7]!.code, communes[8]!.code),
    ),
  }
}
