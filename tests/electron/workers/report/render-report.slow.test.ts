import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../../electron/workers/report/render-report.ts'
import type { LayoutProfileCode } from '../../../../shared/domain/programme.ts'
import type { AppendixPart, Block, ReportModel, Table } from '../../../../shared/domain/report.ts'
import { assembleReport } from '../../../../shared/rules/assemble-report.ts'
import { checkWithQpdf, countWords, fontsOf, infoOf, textOf, wordsOf } from '../../../kit/read-pdf.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'

const profiles: readonly LayoutProfileCode[] = ['party_hd36_2018', 'party_hd05_2026', 'state_nd30_2020']

/** Every text of the model that stands in running text or a table; initials join the word before them and are looked at apart. */
function textsOf(model: ReportModel): string[] {
  const ofTable = (table: Table): string[] => [
    ...table.columns.map((column) => column.head),
    ...table.rows.flatMap((row) => (row.spanFrom === undefined ? row.cells : row.cells.slice(0, row.spanFrom + 1))),
  ]
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'table') return ofTable(block.table)
    if (block.kind === 'bars') return [...block.bars.flatMap((bar) => [bar.label, bar.valueText, bar.targetText]), block.legend]
    return block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [block.text]
  }
  const ofPart = (part: AppendixPart): string[] => (part.kind === 'table' ? ofTable(part.table) : [part.text])
  const { head, signature } = model
  return [
    head.superior ?? '',
    head.issuer,
    head.number,
    head.placeAndDate,
    model.documentType,
    ...model.subject,
    model.addressee ?? '',
    model.marks.draft ?? '',
    model.marks.data ?? '',
    ...model.profile.head.country.map(({ text }) => text),
    ...model.blocks.flatMap(ofBlock),
    model.closing,
    signature.authority,
    signature.position,
    signature.name,
    ...model.appendices.flatMap((appendix) => [appendix.title, appendix.name, appendix.attached, ...appendix.parts.flatMap(ofPart)]),
  ]
}

/** Words of the model that stand in the PDF less often than in the model. */
function lostWords(model: ReportModel, bytes: Uint8Array): string[] {
  // Not the running text: it joins the five hyphens under the subject with the word on the next line.
  const printed = countWords(
    wordsOf(bytes)
      .flatMap(({ words }) => words.map(({ text }) => text))
      .join(' '),
  )
  return [...countWords(textsOf(model).join(' '))]
    .filter(([word, count]) => (printed.get(word) ?? 0) < count)
    .map(([word, count]) => `${word} ${printed.get(word) ?? 0}/${count}`)
}

describeWithTools(['poppler-utils', 'qpdf'], 'a report as PDF', () => {
  describe.each(profiles)('%s', (profile) => {
    it('holds every word of the model as NFC text, with all fonts embedded and no fault', async () => {
      const model = assembleReport(makeReportSource({ profile }))
      const { bytes, pages } = await renderReport(model)
      expect(lostWords(model, bytes)).toEqual([])
      const text = textOf(bytes)
      expect(text).toBe(text.normalize('NFC'))
      const fonts = fontsOf(bytes)
        .split('\n')
        .slice(2)
        .filter((line) => line !== '')
      expect(fonts.length).toBeGreaterThanOrEqual(3)
      for (const line of fonts) expect(line).toMatch(/Tinos.*Identity-H\s+yes yes yes/)
      expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors found')
      expect(infoOf(bytes)).toMatch(new RegExp(`Pages:\\s+${pages}\\n`))
      expect(infoOf(bytes)).not.toContain('ModDate')
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>B</)
      for (const initials of model.recipients.items.flat().filter((run) => run.raised))
        for (const word of initials.text.split(' ')) expect(text).toContain(word)
    })
  })

  it('is the same to the last byte in two processes', () => {
    const script = fileURLToPath(new URL('../../../kit/render-once.ts', import.meta.url))
    const run = (): string => execFileSync(process.execPath, [script], { encoding: 'utf8' })
    const first = run()
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(run()).toBe(first)
  })

  it('has other bytes and another identifier when one word differs', async () => {
    const source = makeReportSource({ communes: 10 })
    const [one, other] = await Promise.all(
      [source, { ...source, written: { causes: 'Do thiếu cán bộ.' } }].map((given) => renderReport(assembleReport(given))),
    )
    const idOf = (bytes: Uint8Array): string | undefined => /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
    expect(idOf(one!.bytes)).toMatch(/^[0-9a-f]{32}$/)
    expect(idOf(other!.bytes)).not.toBe(idOf(one!.bytes))
  })

  it('never tears the signature block nor leaves it alone on a page, whatever the length of the text', async () => {
    const source = makeReportSource({ communes: 6, missing: 0 })
    const outline = source.programme.outline.filter(({ code }) => code === 'opening' || code === 'directions')
    const programme = { ...source.programme, outline, appendices: [] }
    const pageCounts = new Set<number>()
    for (let sentences = 0; sentences < 44; sentences += 2) {
      const directions = Array.from(
        { length: sentences },
        (_, index) => `Nhiệm vụ thứ ${index + 1} là tiếp tục tuyên truyền, giáo dục chính trị, tư tưởng, pháp luật cho công nhân.`,
      ).join('\n')
      const { bytes, pages } = await renderReport(assembleReport({ ...source, programme, written: { directions } }))
      pageCounts.add(pages)
      const page = wordsOf(bytes).findIndex(({ words }) => words.some(({ text }) => text === 'Nơi'))
      const words = wordsOf(bytes)[page]!.words.map(({ text }) => text)
      for (const part of ['T/M', 'PHÓ', 'Toản', 'Lưu', 'Trên']) expect(words, `${sentences} sentences`).toContain(part)
      const lastOfBody = sentences === 0 ? 'thảo' : 'nhân.'
      expect(words.slice(0, words.indexOf('Trên')), `${sentences} sentences`).toContain(lastOfBody)
      expect(page).toBe(pages - 1)
    }
    expect(pageCounts.size).toBeGreaterThan(1)
  })

  it('[ST9] ends no page with a line that leads in what follows, whatever the length of the text', async () => {
    const model = assembleReport(makeReportSource({ communes: 6, missing: 0 }))
    const sentence = 'Nhiệm vụ tiếp theo là tuyên truyền, giáo dục chính trị, tư tưởng, pháp luật cho công nhân.'
    const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
    const pageCounts = new Set<number>()
    for (let lines = 8; lines < 32; lines++) {
      const blocks = [
        ...Array.from({ length: lines }, () => paragraph(sentence)),
        paragraph('Các kết quả khác, lũy kế từ đầu năm:'),
        paragraph(sentence),
      ]
      const { bytes } = await renderReport({ ...model, blocks, appendices: [] })
      const pages = wordsOf(bytes).map(({ words }) => words.map(({ text }) => text))
      const page = pages.find((words) => words.includes('năm:'))!
      expect(page.slice(page.indexOf('năm:') + 1).join(' '), `${lines} lines`).toContain('Nhiệm vụ tiếp theo')
      pageCounts.add(pages.indexOf(page))
    }
    expect(pageCounts.size).toBeGreaterThan(1)
  })

  it('[ST9] leaves no note of an appendix alone on a page, however many there are', async () => {
    const { profile, ...model } = assembleReport(makeReportSource({ communes: 6, missing: 0 }))
    const [first] = model.appendices
    const note = { kind: 'text', style: 'note', text: '- Chỉ tiêu này đếm công đoàn cơ sở.' } as const
    const lastPages = new Set<number>()
    for (let notes = 20; notes < 60; notes++) {
      const appendices = [{ ...first!, parts: [...first!.parts.slice(0, 1), ...Array.from({ length: notes }, () => note)] }]
      const { bytes } = await renderReport({ ...model, profile, blocks: [], appendices })
      const lines = wordsOf(bytes).map(({ words }) => words.filter(({ text }) => text === 'Chỉ').length)
      expect(lines.at(-1), `${notes} notes`).toBeGreaterThanOrEqual(3)
      lastPages.add(lines.length)
    }
    expect(lastPages.size).toBeGreaterThan(1)
  })

  it('marks every page of a trial or a sample, and only a draft as a draft', async () => {
    const source = makeReportSource({ communes: 12 })
    const pagesWith = async (changes: object, word: string): Promise<number[]> => {
      const { bytes } = await renderReport(assembleReport({ ...source, ...changes }))
      return wordsOf(bytes).flatMap(({ words }, index) => (words.some(({ text }) => text === word) ? [index] : []))
    }
    const { pages } = await renderReport(assembleReport(source))
    expect(await pagesWith({}, 'NGHIỆM')).toHaveLength(pages)
    expect(await pagesWith({}, 'THẢO')).toHaveLength(pages)
    expect(await pagesWith({ trial: false, draft: false }, 'NGHIỆM')).toEqual([])
    expect(await pagesWith({ trial: false, draft: false }, 'THẢO')).toEqual([])
    expect(await pagesWith({ trial: false, sample: true }, 'MẪU')).toHaveLength(pages)
    expect(await pagesWith({ sample: true }, 'NGHIỆM')).toEqual([])
  })

  it('loses no word of 5.000 units', async () => {
    const model = assembleReport(makeReportSource({ communes: 5000, missing: 40 }))
    const { bytes, pages } = await renderReport(model)
    expect(pages).toBeGreaterThan(400)
    expect(lostWords(model, bytes)).toEqual([])
  })

  it('keeps every word of a cell that is taller than a page, and repeats the header on each page', async () => {
    const source = makeReportSource({ communes: 6, missing: 0 })
    const reason = Array.from({ length: 1500 }, (_, index) => `lý-do-${index}`).join(' ')
    const adjustments = source.adjustments.map((adjustment) => ({ ...adjustment, reason }))
    const model = assembleReport({ ...source, adjustments })
    const { bytes } = await renderReport(model)
    expect(lostWords(model, bytes)).toEqual([])
    const pages = wordsOf(bytes).filter(({ words }) => words.some(({ text }) => text.startsWith('lý-do-')))
    expect(pages.length).toBeGreaterThan(3)
    for (const { words } of pages) expect(words.some(({ text }) => text === 'Căn')).toBe(true)
  })

  it('shows signs the typeface lacks by their nearest kin instead of empty boxes', async () => {
    const source = makeReportSource({ communes: 6, missing: 0 })
    const { bytes } = await renderReport(assembleReport({ ...source, written: { causes: '☑ Xong 😀 phần 一 \uF0B7 cuối' } }))
    expect(textOf(bytes)).toContain('[x] Xong phần ? • cuối')
  })
})
