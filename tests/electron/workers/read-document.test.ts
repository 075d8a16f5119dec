import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import type { DocumentBlock } from '../../../shared/domain/document.ts'
import { openDocumentBytes } from '../../../electron/workers/document/open-document.ts'
import { buildCfb } from '../../kit/build-cfb.ts'
import { buildDocument, type DocumentParts } from '../../kit/build-document.ts'
import { buildSheet } from '../../kit/build-workbook.ts'

async function blocksOf(bytes: Buffer): Promise<readonly DocumentBlock[]> {
  const opened = await openDocumentBytes(bytes, 'bao cao.docx')
  if ('finding' in opened) throw new Error(`${opened.finding.rule} ${opened.finding.actual}`)
  return opened.document.blocks
}
/** One line per block: kind and level, marker and text; rows of a table with `|`. */
const tell = (block: DocumentBlock): string =>
  block.kind === 'table'
    ? `table ${block.rows.map((row) => row.join('|')).join(' / ')}`
    : `${block.kind}${'level' in block ? ` ${block.level}` : ''}: ${block.marker === null ? '' : `${block.marker} `}${block.text}`
const told = async (body: string, parts?: DocumentParts): Promise<string[]> => (await blocksOf(buildDocument(body, parts))).map(tell)

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const plain = (text: string): string => paragraph(run(text))
const bold = (text: string): string => paragraph(run(text, '<w:b/>'))
const inFont = (font: string, text: string): string => run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`)

describe('the text of a Word file', () => {
  it('as a library writes it: headings, lists, tables', async () => {
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'parts',
            levels: [
              { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
              { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
              { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)' },
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'BÁO CÁO', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Kết quả thực hiện', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              numbering: { reference: 'parts', level: 0 },
              children: [new TextRun({ text: 'Công tác lãnh đạo', bold: true })],
            }),
            new Paragraph({ numbering: { reference: 'parts', level: 1 }, children: [new TextRun({ text: 'Tuyên truyền', bold: true })] }),
            new Paragraph({ numbering: { reference: 'parts', level: 2 }, text: 'Đã tổ chức 12 cuộc.' }),
            new Paragraph({ numbering: { reference: 'parts', level: 2 }, text: 'Đã phát 500 tờ rơi.' }),
            new Paragraph({ numbering: { reference: 'parts', level: 0 }, children: [new TextRun({ text: 'Kiến nghị', bold: true })] }),
            new Paragraph({ text: 'Không.', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({ children: [new Paragraph('TT')] }),
                    new TableCell({ children: [new Paragraph('Số'), new Paragraph('liệu')] }),
                  ],
                }),
                new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph('Cộng')] })] }),
              ],
            }),
          ],
        },
      ],
    })
    expect((await blocksOf(await Packer.toBuffer(document))).map(tell)).toEqual([
      'heading 1: BÁO CÁO',
      'heading 1: Kết quả thực hiện',
      'heading 2: I. Công tác lãnh đạo',
      'heading 3: 1. Tuyên truyền',
      'list_item 3: a) Đã tổ chức 12 cuộc.',
      'list_item 3: b) Đã phát 500 tờ rơi.',
      'heading 2: II. Kiến nghị',
      'list_item 1: • Không.',
      'table TT|Số\nliệu / Cộng|',
    ])
  })

  it.each([
    ['PHẦN THỨ NHẤT', 'heading 1'],
    ['A. Đặc điểm tình hình', 'heading 1'],
    ['III. Kết quả thực hiện nhiệm vụ', 'heading 2'],
    ['III- Kết quả thực hiện nhiệm vụ.', 'heading 2'],
    ['1. Công tác tuyên truyền', 'heading 3'],
    ['1.2. Công tác tuyên truyền', 'heading 4'],
    ['a) Về tổ chức', 'heading 6'],
    ['1. Phường Phố Hiến: 12 cuộc', 'paragraph'],
    ['1. Trong kỳ đã tổ chức 12 cuộc, 500 lượt người tham dự.', 'paragraph'],
    ['15/6/2026 đơn vị báo cáo', 'paragraph'],
    ['- Đã tổ chức 12 cuộc', 'list_item 1'],
    ['Đảng ủy báo cáo như sau', 'paragraph'],
  ])('a line without any style: %s', async (line, kind) => expect(await told(plain(line))).toEqual([`${kind}: ${line}`]))

  it('a bold line is a heading, a bold beginning is the lead of its paragraph', async () => {
    const blocks = await blocksOf(
      buildDocument(
        bold('Về tuyên truyền') +
          paragraph(run('1. Tuyên truyền: ', '<w:b/>') + run('đã tổ chức 12 cuộc.')) +
          paragraph(run('x', '<w:b w:val="0"/>')),
      ),
    )
    expect(blocks).toEqual([
      { kind: 'heading', level: 7, by: 'look', place: 1, marker: null, text: 'Về tuyên truyền', lead: null, encoding: null },
      { kind: 'paragraph', place: 2, marker: null, text: '1. Tuyên truyền: đã tổ chức 12 cuộc.', lead: '1. Tuyên truyền:', encoding: null },
      { kind: 'paragraph', place: 3, marker: null, text: 'x', lead: null, encoding: null },
    ])
  })

  it('levels come from outline, from styles and what they are based on, from their names', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="A"><w:name w:val="mục lớn"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="riêng"/><w:basedOn w:val="A"/></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="heading 3"/></w:style><w:style w:type="paragraph" w:styleId="D"><w:name w:val="vòng"/><w:basedOn w:val="D"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    const styled = (id: string, inner = '', text = 'Nội dung'): string => paragraph(run(text), `<w:pStyle w:val="${id}"/>${inner}`)
    expect(
      await told(styled('B') + styled('C') + styled('B', '<w:outlineLvl w:val="9"/>') + styled('D') + styled('T') + styled('?'), {
        styles,
      }),
    ).toEqual(['heading 2: Nội dung', 'heading 3: Nội dung', 'paragraph: Nội dung', 'heading 7: Nội dung', 'paragraph: Nội dung'])
  })

  it('tracked changes are accepted: what was deleted or moved away is gone, what came is there', async () => {
    expect(
      await told(
        paragraph(
          run('Đã tổ chức ') +
            '<w:del w:id="1"><w:r><w:delText>10</w:delText></w:r></w:del>' +
            `<w:ins w:id="2">${run('12')}</w:ins>` +
            run(' cuộc'),
        ) +
          paragraph(run('một'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
          paragraph(run(' đoạn')) +
          `<w:moveFrom w:id="4">${run('cũ')}</w:moveFrom>` +
          paragraph(`<w:moveFrom w:id="5">${run('cũ')}</w:moveFrom><w:moveTo w:id="6">${run('mới')}</w:moveTo>`) +
          `<w:tbl><w:tr><w:trPr><w:del w:id="7"/></w:trPr><w:tc>${plain('bỏ')}</w:tc></w:tr><w:tr><w:tc>${plain('giữ')}</w:tc></w:tr></w:tbl>`,
      ),
    ).toEqual(['paragraph: Đã tổ chức 12 cuộc', 'paragraph: một đoạn', 'paragraph: mới', 'table giữ'])
  })

  it('of a field only what it shows, of a drawing its text box once, nothing hidden, empty or struck by a comment', async () => {
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const box = (content: string): string =>
      `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="p"><a:graphic xmlns:a="a"><a:graphicData><wps:wsp xmlns:wps="s"><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="v"><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(
      await told(
        paragraph(run('trang ') + mark('begin') + code(' PAGE ') + run('bỏ') + mark('separate') + run('5') + mark('end') + run(' hết')) +
          paragraph(box(plain('Số 15-BC/ĐU')) + run('Kính gửi')) +
          paragraph(run('ẩn', '<w:vanish/>')) +
          paragraph('<w:r><w:t>  </w:t></w:r>') +
          paragraph(
            '<w:hyperlink>' +
              run('một') +
              '<w:r><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/></w:r></w:hyperlink>',
          ) +
          `<w:sdt><w:sdtContent>${plain('trong khung')}</w:sdtContent></w:sdt>`,
      ),
    ).toEqual([
      'paragraph: trang 5 hết',
      'paragraph: Số 15-BC/ĐU',
      'paragraph: Kính gửi',
      'paragraph: một\thai\nba-',
      'paragraph: trong khung',
    ])
  })

  it('legacy fonts are decoded run by run, the soft hyphen ư among them; what was typed is kept', async () => {
    const blocks = await blocksOf(
      buildDocument(
        paragraph(
          inFont('.VnTime', '§¶ng ñy x· ') +
            inFont('.VnTime', 'L').replace('</w:r>', '<w:softHyphen/><w:t>¬ng B»ng</w:t></w:r>') +
            inFont('Arial', ' — ế'),
        ) +
          paragraph(inFont('VNI-Times', 'Lieân ñoaøn Lao ñoäng')) +
          paragraph(inFont('.VnTimeH', 'h­ng yªn')) +
          paragraph(inFont('Times New Roman', 'e\u0302\u0301')) +
          `<w:tbl><w:tr><w:tc>${paragraph(inFont('.VnTime', 'ph­êng'))}</w:tc></w:tr></w:tbl>`,
      ),
    )
    expect(blocks.map((block) => [tell(block), block.encoding])).toEqual([
      ['paragraph: Đảng ủy xã Lương Bằng — ế', 'tcvn3'],
      ['paragraph: Liên đoàn Lao động', 'vni'],
      ['paragraph: HƯNG YÊN', 'tcvn3'],
      ['paragraph: ế', null],
      ['table phường', 'tcvn3'],
    ])
    expect(blocks[0]).toMatchObject({
      runs: [
        { text: '§¶ng ñy x· L\u00ad¬ng B»ng', fontName: '.VnTime' },
        { text: ' — ế', fontName: 'Arial' },
      ],
    })
  })

  it('automatic numbers count on, restart below a higher one and where the list says so', async () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    const item = (list: number, at: number): string =>
      paragraph(run('Việc này đã làm xong.'), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
    const markers = await blocksOf(
      buildDocument([item(1, 0), item(1, 1), item(1, 1), item(1, 0), item(1, 1), item(2, 0), item(1, 0), item(0, 0)].join(''), {
        numbering,
      }),
    )
    expect(markers.map((block) => ('marker' in block ? block.marker : ''))).toEqual(['1.', '1.1.', '1.2.', '2.', '2.1.', '5.', '6.', null])
  })
})

describe('what cannot be read as text', () => {
  const rule = async (bytes: Buffer): Promise<unknown> => {
    const opened = await openDocumentBytes(bytes, 'bao cao.docx')
    return 'finding' in opened ? [opened.finding.rule, opened.finding.params] : 'read'
  }
  it.each<[string, Buffer, unknown]>([
    ['[M76] a cut file', buildDocument(plain('x')).subarray(0, 900), ['M76', {}]],
    [
      '[M76] crossed elements',
      buildDocument('', { documentPart: '<w:document xmlns:w="w"><w:body><w:p></w:body></w:p></w:document>' }),
      ['M76', {}],
    ],
    ['[M76] entities', buildDocument('', { documentPart: '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' }), ['M76', {}]],
    ['[M76] deep nesting', buildDocument('<w:sdt><w:sdtContent>'.repeat(1_000)), ['M76', {}]],
    ['[M76] a text of millions of letters', buildDocument(plain('dài '.repeat(4_500_000))), ['M76', {}]],
    ['[M76] a password', buildCfb([{ name: 'EncryptionInfo' }, { name: 'EncryptedPackage' }]), ['M76', {}]],
    ['[M77] an old Word file', buildCfb([{ name: 'WordDocument' }]), ['M77', { format: '.doc' }]],
    ['[M77] a PDF', Buffer.from('%PDF-1.7\n'), ['M77', { format: 'PDF' }]],
    ['[M77] a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), ['M77', { format: 'image' }]],
    ['[M77] a workbook', buildSheet(''), ['M77', { format: '.xlsx' }]],
    ['[M60] nothing', Buffer.alloc(0), ['M60', {}]],
  ])('%s', async (_, bytes, expected) => expect(await rule(bytes)).toEqual(expected))

  it('an empty document is read as one without blocks', async () => expect(await blocksOf(buildDocument(''))).toEqual([]))
})
