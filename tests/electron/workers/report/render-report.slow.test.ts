import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { renderReport } from '../../../../electron/workers/report/render-report.ts'
import type { Block } from '../../../../shared/domain/report.ts'
import { assembleReport } from '../../../../shared/rules/assemble-report.ts'
import { textOf, wordsOf } from '../../../kit/read-pdf.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { lostWords } from '../../../kit/report-words.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'

describeWithTools(['poppler-utils', 'qpdf'], 'a report as PDF', () => {
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

  it('[ST9] sets the last two lines of a long paragraph above the signature when that goes over', async () => {
    const model = assembleReport(makeReportSource({ communes: 6, missing: 0 }))
    const pageCounts = new Set<number>()
    for (let count = 350; count < 750; count += 25) {
      const text = Array.from({ length: count }, () => 'dài').join(' ')
      const { bytes } = await renderReport({ ...model, blocks: [{ kind: 'paragraph', runs: [{ text }] }], appendices: [] })
      const pages = wordsOf(bytes)
      const tops = new Set(pages.at(-1)!.words.flatMap(({ text: word, yMin }) => (word === 'dài' ? [Math.round(yMin)] : [])))
      expect(
        pages.at(-1)!.words.some(({ text: word }) => word === 'Nơi'),
        `${count} words`,
      ).toBe(true)
      expect(tops.size, `${count} words`).toBeGreaterThan(1)
      pageCounts.add(pages.length)
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

  it('[ST9] leaves no line of a paragraph alone on a page, nor a heading before a table, whatever the length of the text', async () => {
    const model = assembleReport(makeReportSource({ communes: 6, missing: 0 }))
    const table = model.blocks.find((block) => block.kind === 'table')!
    const words = (count: number, word: string): string => Array.from({ length: count }, () => word).join(' ')
    const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
    const splits = new Set<string>()
    const tablePages = new Set<number>()
    for (const length of [55, 90, 130])
      for (let lines = 16; lines < 23; lines++) {
        const blocks: Block[] = [
          ...Array.from({ length: lines }, () => paragraph('Nhiệm vụ.')),
          paragraph(words(length, 'dài')),
          ...Array.from({ length: lines }, () => paragraph('Nhiệm vụ.')),
          { kind: 'heading', level: 2, text: 'Trước bảng' },
          table,
        ]
        const { bytes } = await renderReport({ ...model, blocks, appendices: [] })
        const pages = wordsOf(bytes).map((page) => page.words)
        const parts = pages.flatMap((own) => {
          const tops = new Set(own.filter(({ text }) => text === 'dài').map(({ yMin }) => Math.round(yMin)))
          return tops.size === 0 ? [] : [tops.size]
        })
        expect(Math.min(...parts), `${length} words below ${lines} lines`).toBeGreaterThan(1)
        splits.add(parts.join('+'))
        const at = pages.findIndex((own) => own.some(({ text }) => text === 'bảng'))
        const texts = pages[at]!.map(({ text }) => text)
        expect(texts.slice(texts.indexOf('bảng')), `${length} words below ${lines} lines`).toEqual(expect.arrayContaining(['TT', '1']))
        tablePages.add(at)
      }
    expect(splits.size).toBeGreaterThan(4)
    expect(tablePages.size).toBeGreaterThan(1)
  })

  it('[ST9] leaves the last row of a table in the text not alone, wherever it begins', async () => {
    const model = assembleReport(makeReportSource({ communes: 6, missing: 0 }))
    const table = model.blocks.find((block) => block.kind === 'table')!
    const lastPages = new Set<number>()
    for (let lines = 0; lines < 12; lines++) {
      const filler = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', runs: [{ text: 'Nhiệm vụ.' }] }))
      const { bytes } = await renderReport({ ...model, blocks: [...filler, table], appendices: [] })
      const pages = wordsOf(bytes)
      const at = pages.findLastIndex(({ words }) => words.some(({ text }) => text === 'TT'))
      const rows = pages[at]!.words.filter(({ text, xMin, yMin }) => xMin < 105 && yMin > 60 && /^\d\d?$/.test(text))
      expect(rows.length, `${lines} lines`).toBeGreaterThan(1)
      lastPages.add(rows.length)
    }
    expect(lastPages.size).toBeGreaterThan(3)
  })

  it('[ST9] parts no group of a table from its first row, no sum from the row above it, and leaves no row alone', async () => {
    const { profile, ...model } = assembleReport(makeReportSource({ communes: 6, missing: 0 }))
    const [first] = model.appendices
    const columns = [{ head: 'Đơn vị', align: 'left', share: 1 }] as const
    const pageCounts = new Set<number>()
    for (let count = 16; count < 50; count++) {
      const rows = [
        ...Array.from({ length: count }, (_, index) => ({ cells: [`hàng ${index}`] })),
        { cells: ['NHÓM'], style: 'group' as const, spanFrom: 0 },
        ...Array.from({ length: count }, (_, index) => ({ cells: [`tiếp ${index}`] })),
        { cells: ['CỘNG'], style: 'total' as const },
      ]
      const parts = [{ kind: 'table' as const, table: { columns, rows }, fixedColumns: 1 }]
      const { bytes } = await renderReport({ ...model, profile, blocks: [], appendices: [{ ...first!, parts }] })
      const pages = wordsOf(bytes).map(({ words }) => words.map(({ text }) => text))
      const after = (words: string[], word: string): string[] => words.slice(words.indexOf(word) + 1)
      expect(
        after(
          pages.find((words) => words.includes('NHÓM'))!,
          'NHÓM',
        ),
        `${count} rows`,
      ).toContain('tiếp')
      expect(pages.at(-1)!, `${count} rows`).toEqual(expect.arrayContaining(['tiếp', 'CỘNG']))
      pageCounts.add(pages.length)
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
    // A mark behind a figure makes no column so wide that the table needs another block of columns.
    expect(pages).toBeLessThan(600)
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
