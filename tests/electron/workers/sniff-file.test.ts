import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillText } from '../../../shared/messages/text.ts'
import { ruleTexts } from '../../../shared/messages/catalogue.ts'
import { openBytes, openFile } from '../../../electron/workers/workbook/open-file.ts'
import type { OpenedFile } from '../../../electron/workers/workbook/open-file.ts'
import { sniffFile } from '../../../electron/workers/workbook/sniff-file.ts'
import { buildCfb } from '../../kit/build-cfb.ts'
import { buildSheet, workbookMembers } from '../../kit/build-workbook.ts'
import { buildZip } from '../../kit/build-zip.ts'

const ooxml = (main: string, type: string): Buffer =>
  buildZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    },
    { name: main, data: '<x/>' },
  ])
const opendocument = (kind: string): Buffer =>
  buildZip([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', data: '<x/>' },
  ])
const biff = Buffer.from('0908100000060500bb0dcc0741000000060000002f000600000000000000', 'hex')
const biffPlain = Buffer.from('0908100000060500bb0dcc074100000006000000e1000200b004', 'hex')

const files: Record<string, [string, Buffer]> = {
  'a workbook': ['workbook', buildSheet('')],
  'a binary workbook': ['xlsb', ooxml('xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main')],
  'a Word file': ['docx', ooxml('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')],
  slides: ['pptx', ooxml('ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml')],
  'an OpenDocument sheet without content': ['ods', opendocument('spreadsheet')],
  'an OpenDocument text': ['odt', opendocument('text')],
  'an old workbook': ['xls', buildCfb([{ name: 'Workbook', head: biffPlain }])],
  'an old workbook with a password': ['encrypted', buildCfb([{ name: 'Workbook', head: biff }])],
  'an old Word file': ['doc', buildCfb([{ name: 'WordDocument' }])],
  'a workbook with a password': ['encrypted', buildCfb([{ name: 'EncryptionInfo' }, { name: 'EncryptedPackage' }])],
  'a cut compound file': ['damaged', buildCfb([{ name: 'Workbook' }]).subarray(0, 800)],
  html: ['html', Buffer.from('\ufeff\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>')],
  'a bare table': ['html', Buffer.from('<table border=1><tr><td>Phường</td></tr></table>')],
  mhtml: ['mhtml', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n')],
  'XML 2003': [
    'xml_spreadsheet',
    Buffer.from(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
  ],
  csv: ['csv', Buffer.from('TT;Đơn vị;Số\n1;"Phường; A";5\n2;Xã B;7\n')],
  'csv in UTF-16': ['csv', Buffer.from('\ufeffTT\tĐơn vị\n1\tXã B\n', 'utf16le')],
  'csv in an old code': ['csv', Buffer.from('TT,§¬n vÞ\n1,X· B\n', 'latin1')],
  text: ['text', Buffer.from('Kính gửi Văn phòng Tỉnh ủy.\nĐơn vị xin báo cáo.\n')],
  rtf: ['rtf', Buffer.from('{\\rtf1\\ansi}')],
  pdf: ['pdf', Buffer.from('%PDF-1.7\n%\u00e2\u00e3')],
  png: ['image', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  jpeg: ['image', Buffer.from('ffd8ffe000104a464946', 'hex')],
  tiff: ['image', Buffer.from('49492a0008000000', 'hex')],
  heic: ['image', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
  webp: ['image', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
  'a zip of files': ['zip', buildZip([{ name: 'xã A/báo cáo.xlsx', data: 'x' }])],
  'an empty zip': ['zip', buildZip([])],
  rar: ['archive', Buffer.from('526172211a0700', 'hex')],
  '7z': ['archive', Buffer.from('377abcaf271c', 'hex')],
  nothing: ['empty', Buffer.alloc(0)],
  spaces: ['empty', Buffer.from(' \r\n ')],
  'other bytes': ['unknown', Buffer.from('7f454c4602010100', 'hex')],
}

describe('what a file really is', () => {
  it.each(Object.entries(files))('%s', (_, [format, bytes]) => expect(sniffFile(bytes).format).toBe(format))
})

describe('what becomes of it', () => {
  const tell = (opened: OpenedFile): string => {
    if (opened.kind === 'workbook') return 'workbook'
    const { rule, params } = opened.finding
    return `${opened.kind} ${rule}${'format' in params ? ` ${params['format']}` : ''}`
  }
  it.each<[rule: string, name: string, file: string, outcome: string]>([
    ['-', 'a.xls', 'a workbook', 'workbook'],
    ['M60', 'a.xlsx', 'nothing', 'rejected M60'],
    ['M61', 'a.xls', 'a cut compound file', 'rejected M61'],
    ['M62', 'a.xlsx', 'a workbook with a password', 'rejected M62'],
    ['M62', 'a.xls', 'an old workbook with a password', 'rejected M62'],
    ['M63', 'a.xls', 'html', 'rejected M63 HTML'],
    ['M63', 'a.xls', 'mhtml', 'rejected M63 MHTML'],
    ['M63', 'a.xls', 'XML 2003', 'rejected M63 XML 2003'],
    ['M64', 'a.xlsx', 'csv', 'rejected M64'],
    ['-', 'a.csv', 'csv', 'workbook'],
    ['M61', 'a.xlsx', 'an old workbook', 'rejected M61'],
    ['M61', 'a.ods', 'an OpenDocument sheet without content', 'rejected M61'],
    ['M67', 'a.xlsb', 'a binary workbook', 'rejected M67 .xlsb'],
    ['M67', 'a.txt', 'text', 'rejected M67 TXT'],
    ['M69', 'a.xlsx', 'a Word file', 'paper M69 Word'],
    ['M69', 'a.doc', 'an old Word file', 'paper M69 Word'],
    ['M69', 'a.pdf', 'pdf', 'paper M69 PDF'],
    ['M70', 'a.xlsx', 'heic', 'paper M70'],
    ['M71', 'a.xlsx', 'a zip of files', 'rejected M71'],
    ['M71', 'a.rar', 'rar', 'rejected M71'],
    ['M72', 'a.exe', 'other bytes', 'rejected M72'],
  ])('[%s] %s that is %s', async (_, name, file, outcome) => expect(tell(await openBytes(files[file]![1], name))).toBe(outcome))

  it('fills every message in both languages', async () => {
    for (const [, bytes] of Object.values(files)) {
      const opened = await openBytes(bytes, 'a.xlsx')
      if (opened.kind === 'workbook') continue
      for (const language of ['vi', 'en'] as const)
        expect(fillText(ruleTexts[opened.finding.rule], language, opened.finding.params)).not.toMatch(/\{|^$/)
    }
  })

  it('[M65] refuses a file of 2 GB without reading it, and still keeps a large scan', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sniff-'))
    const large = (name: string, head: Buffer): Promise<OpenedFile> => {
      writeFileSync(join(folder, name), head)
      truncateSync(join(folder, name), 2 ** 31)
      return openFile(join(folder, name), name)
    }
    expect(tell(await large('a.xlsx', buildZip(workbookMembers({}))))).toBe('rejected M65')
    expect(tell(await large('a.pdf', Buffer.from('%PDF-1.4\n')))).toBe('paper M69 PDF')
  })
})
