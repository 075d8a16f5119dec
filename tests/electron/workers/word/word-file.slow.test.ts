import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReturned } from '../../../../electron/workers/word/read-returned.ts'
import { writeDocument } from '../../../../electron/workers/word/write-document.ts'
import type { ReturnedReport } from '../../../../shared/domain/returned-report.ts'
import { layoutProfiles } from '../../../../shared/programmes/layout-profiles.ts'
import { assembleReport } from '../../../../shared/rules/assemble-report.ts'
import { reportFigures } from '../../../../shared/rules/report-figures.ts'
import { compareReturned } from '../../../../shared/rules/word/compare-returned.ts'
import { fileProperties } from '../../../../shared/rules/word/paragraph-mark.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'
import { temporaryFolder } from '../../../kit/test-workspace.ts'
import { partOf, withPart } from '../../../kit/word-part.ts'

const source = { ...makeReportSource(), written: { causes: 'Do thiếu cán bộ.\nCòn [[reg.missing|03]] xã <chưa gửi> & chậm.' } }
const identity = { programme: source.programme.code, period: source.period.code, kind: source.kind }
const written = (of = source): Promise<Uint8Array> => writeDocument({ model: assembleReport(of), identity })

async function read(bytes: Uint8Array): Promise<ReturnedReport> {
  const path = join(temporaryFolder(), 'bao-cao.docx')
  writeFileSync(path, bytes)
  const opened = await openReturned(path, 'bao-cao.docx')
  if ('finding' in opened) throw new Error(opened.finding.rule)
  return opened.returned
}
const compare = async (bytes: Uint8Array, of = source) => compareReturned(of, reportFigures(of), await read(bytes))
const differing = async (bytes: Uint8Array, of = source) =>
  (await compare(bytes, of)).places.flatMap(({ key, state, after }) => (state === 'unchanged' ? [] : [{ key, state, after }]))

describe('the report as a Word file', () => {
  it('[WD1] [WD2] says whose it is, carries every figure and cell as a control, and is the same file for the same report', async () => {
    const bytes = await written()
    expect(Buffer.compare(bytes, await written())).toBe(0)
    const { properties, paragraphs, cells } = await read(bytes)
    expect(properties).toMatchObject({ [fileProperties.period]: '2026-H1', [fileProperties.kind]: 'periodic' })
    const tags = paragraphs.flatMap(({ runs }) => runs.flatMap(({ tag }) => tag ?? []))
    const cited = assembleReport(source).blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.flatMap(({ figure }) => figure ?? []) : [],
    )
    expect(tags).toEqual(cited)
    expect(cells.length).toBeGreaterThan(200)
    expect(partOf(bytes, 'word/document.xml')).toContain('w:orient="landscape"')
    expect(partOf(bytes, 'word/document.xml').match(/<w:tblHeader\/>/g)!.length).toBeGreaterThan(5)
  })
  it('shows a bar for each indicator, apart from the one above', async () => {
    const cells = partOf(await written(), 'word/document.xml').match(
      /<w:tcPr>(?:(?!<\/w:tcPr>).)*w:fill="(?:7f7f7f|e6e6e6)".*?<\/w:tcPr>/gsu,
    )!
    expect(cells.length % source.programme.indicators.length).toBe(0)
    for (const cell of cells) expect(cell).toMatch(/<w:top [^>]*w:color="FFFFFF"[^>]*>.*<w:bottom [^>]*w:color="FFFFFF"/su)
  })
  it('[WD3] comes back without a difference, whatever its kind and form', async () => {
    for (const kind of ['periodic', 'interim', 'final', 'thematic'] as const)
      for (const profile of [layoutProfiles.party_hd05_2026, layoutProfiles.state_nd30_2020]) {
        const own = { ...source, kind, profile }
        const view = await compare(await written(own), own)
        expect([view.places.filter(({ state }) => state !== 'unchanged'), view.untaken, view.cells]).toEqual([[], [], []])
      }
  })
  it('[WD3] takes tracked changes as accepted, and reads what a program wrote round and between the runs', async () => {
    const bytes = await written()
    const tracked = withPart(bytes, 'word/document.xml', (xml) =>
      xml.replace(/(<w:r>(?:(?!<w:r>).)*?<w:t[^>]*>)Do thiếu cán bộ\.(<\/w:t><\/w:r>)/u, (_, open: string, close: string) => {
        const deleted = `${open.replace('<w:t ', '<w:delText ')}Do thiếu </w:delText></w:r>`
        const inserted = `<w:ins w:id="9002" w:author="Lan">${open}Chủ yếu do thiếu ${close}</w:ins>`
        return `<w:del w:id="9001" w:author="Lan">${deleted}</w:del>${inserted}<w:proofErr w:type="spellStart"/>${open}cán bộ.${close}`
      }),
    )
    expect(await differing(tracked)).toEqual([
      { key: 'causes/written', state: 'changed', after: 'Chủ yếu do thiếu cán bộ.\nCòn [[reg.missing|03]] xã <chưa gửi> & chậm.' },
    ])
    const bare = withPart(bytes, 'word/document.xml', (xml) => xml.replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt>|<\/?w:sdtContent>/g, ''))
    expect(await differing(bare)).toEqual([])
    const noted = withPart(bytes, 'word/document.xml', (xml) =>
      xml.replace(/(<w:tag w:val="cell:1\/1\/4"\/>.*?<w:t[^>]*>)[^<]*/u, (_, open: string) => `${open}9,9%`),
    )
    expect((await compare(noted)).cells).toMatchObject([{ cell: '1/1/4', shown: '9,9%' }])
  })
})

describeWithTools(['libreoffice-writer'], 'a Word file that LibreOffice saved again', () => {
  it('[WD3] [WD5] differs nowhere, and an edit keeps its references', async () => {
    const folder = temporaryFolder()
    const edited = withPart(await written(), 'word/document.xml', (xml) =>
      xml.replace(/> xã &lt;chưa gửi&gt;/u, '> xã vẫn &lt;chưa gửi&gt;'),
    )
    mkdirSync(join(folder, 'lai'))
    writeFileSync(join(folder, 'a.docx'), await written())
    writeFileSync(join(folder, 'b.docx'), edited)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/ho-so`,
        '--headless',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        join(folder, 'lai'),
        join(folder, 'a.docx'),
        join(folder, 'b.docx'),
      ],
      { stdio: 'ignore', timeout: 180_000 },
    )
    expect(await differing(readFileSync(join(folder, 'lai', 'a.docx')))).toEqual([])
    expect(await differing(readFileSync(join(folder, 'lai', 'b.docx')))).toEqual([
      { key: 'causes/written', state: 'changed', after: 'Do thiếu cán bộ.\nCòn [[reg.missing|03]] xã vẫn <chưa gửi> & chậm.' },
    ])
  }, 200_000)
})
