import { beforeAll, describe, expect, it } from 'vitest'
import { renderReport } from '../../../../electron/workers/report/render-report.ts'
import { reportKinds } from '../../../../shared/domain/programme-terms.ts'
import type { LayoutProfileCode, ReportKind } from '../../../../shared/domain/programme.ts'
import type { Block, ReportModel } from '../../../../shared/domain/report.ts'
import { layoutProfiles } from '../../../../shared/programmes/layout-profiles.ts'
import { assembleReport } from '../../../../shared/rules/assemble-report.ts'
import { narrowToTopic } from '../../../../shared/rules/narrow-to-topic.ts'
import {
  centreOf,
  checkSize,
  findWord,
  isPortrait,
  lineOf,
  millimetres,
  near,
  pageNumberOn,
  sizeOf,
  textAreaOf,
  tolerance,
} from '../../../kit/page-measures.ts'
import { checkWithQpdf, fontsOf, infoOf, textOf, wordsOf } from '../../../kit/read-pdf.ts'
import type { PdfPageWords, PdfWord } from '../../../kit/read-pdf.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { lostWords } from '../../../kit/report-words.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'

const papers = (Object.keys(layoutProfiles) as LayoutProfileCode[]).flatMap((profile) =>
  reportKinds.map((kind) => [kind, profile] as const),
)

const topic = { tasks: ['tsk.2.1', 'tsk.3.3'], indicators: ['ind.dialogue_enterprises', 'ind.cba_signed'] }

function modelOf(kind: ReportKind, profile: LayoutProfileCode): ReportModel {
  const source = { ...makeReportSource({ profile, communes: 16, endsYear: kind === 'final' }), kind, draft: false, trial: false }
  return assembleReport(kind === 'thematic' ? narrowToTopic({ ...source, topic }) : source)
}

type Placed = PdfWord & { page: number }

/** Words of the body in reading order, without what repeats at the top of pages. */
const bodyWords = (pages: readonly PdfPageWords[]): Placed[] =>
  pages.filter(isPortrait).flatMap((page, index) => textAreaOf(page).map((word) => ({ ...word, page: index })))

/** The words of a text where they follow one another, from a place on. */
function locate(words: readonly Placed[], text: string, from: number): Placed[] {
  const wanted = text.split(/\s+/u).filter((word) => word !== '')
  for (let at = from; at + wanted.length <= words.length; at++)
    if (wanted.every((word, index) => words[at + index]!.text === word)) return words.slice(at, at + wanted.length)
  throw new Error(`nowhere in one piece: ${text}`)
}

const runningText = (block: Block): string =>
  block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : 'text' in block ? block.text : ''

/** How many lines of these words stand on each of their pages. */
function linesByPage(words: readonly Placed[]): number[] {
  const tops = Map.groupBy(words, ({ page }) => page)
  return [...tops.values()].map((own) => new Set(own.map(({ yMax }) => Math.round(yMax))).size)
}

describeWithTools(['poppler-utils', 'qpdf'], 'every kind of report on every form', () => {
  describe.each(papers)('%s on %s', (kind, code) => {
    const profile = layoutProfiles[code]
    let model: ReportModel
    let bytes: Uint8Array
    let pages: PdfPageWords[]
    beforeAll(async () => {
      model = modelOf(kind, code)
      ;({ bytes } = await renderReport(model))
      pages = wordsOf(bytes)
    })

    it('holds every word of its source as NFC text, paragraphs in one piece and in order', () => {
      const text = textOf(bytes)
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/[\u00A0\u2060\u200B]/u)
      expect(lostWords(model, bytes)).toEqual([])
      for (const initials of model.recipients.items.flat().filter((run) => run.raised))
        for (const word of initials.text.split(' ')) expect(text).toContain(word)
      const words = bodyWords(pages)
      let from = 0
      for (const block of model.blocks) {
        const running = runningText(block)
        if (running !== '') from = words.indexOf(locate(words, running, from).at(-1)!) + 1
      }
    })

    it('embeds its fonts, has no fault and says that it is PDF/A-3b', () => {
      const fonts = fontsOf(bytes)
        .split('\n')
        .slice(2)
        .filter((line) => line !== '')
      expect(fonts.length).toBeGreaterThanOrEqual(3)
      for (const line of fonts) expect(line).toMatch(/Tinos.*Identity-H\s+yes yes yes/)
      expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors found')
      expect(infoOf(bytes)).toMatch(new RegExp(`Pages:\\s+${pages.length}\\n`))
      expect(infoOf(bytes)).not.toContain('ModDate')
      const raw = Buffer.from(bytes).toString('latin1')
      expect(raw).toMatch(/^%PDF-1\.7/)
      expect(raw).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>B</)
      expect(raw).toMatch(/\/S \/GTS_PDFA1/)
      expect(raw).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
    })

    it('agrees with its form within 0.5 mm', () => {
      for (const [index, page] of pages.entries()) {
        const { width, height } = profile.page
        const form = isPortrait(page) ? profile.page.portrait : profile.page.landscape
        const [wide, high] = isPortrait(page) ? [width, height] : [height, width]
        near(millimetres(page.width), wide, 'width')
        near(millimetres(page.height), high, 'height')
        const inside = textAreaOf(page)
        expect(inside.length, `page ${index + 1}`).toBeGreaterThan(0)
        expect(millimetres(Math.min(...inside.map(({ xMin }) => xMin)))).toBeGreaterThanOrEqual(form.left - tolerance)
        expect(millimetres(Math.max(...inside.map(({ xMax }) => xMax)))).toBeLessThanOrEqual(wide - form.right + tolerance)
        expect(millimetres(Math.min(...inside.map(({ yMin }) => yMin)))).toBeGreaterThanOrEqual(form.top - tolerance)
        expect(millimetres(Math.max(...inside.map(({ yMax }) => yMax)))).toBeLessThanOrEqual(high - form.bottom + tolerance)
        const number = pageNumberOn(page)
        if (number) {
          near(millimetres(number.yMin), profile.pageNumber.fromTop, `number of page ${index + 1}`)
          near(centreOf([number]), form.left + (wide - form.left - form.right) / 2, `number of page ${index + 1}`)
          checkSize(number, profile.pageNumber.style)
        }
      }
      expect(pages.slice(0, 2).map((page) => pageNumberOn(page)?.text)).toEqual([undefined, '2'])
      const [first] = pages as [PdfPageWords]
      const opening = findWord(first, 'Triển')
      near(millimetres(opening.xMin), profile.page.portrait.left + profile.body.firstLine, 'first line')
      expect(sizeOf(opening)).toBeCloseTo(profile.body.size, 1)
      const lines = [...new Set(first.words.filter(({ yMin }) => yMin >= opening.yMin - 0.1).map(({ yMin }) => yMin))].toSorted(
        (a, b) => a - b,
      )
      for (const index of [1, 2, 3]) expect(lines[index]! - lines[index - 1]!).toBeCloseTo(profile.body.pitch, 1)
      const signed = pages.find(({ words }) => words.some(({ text }) => text === 'Nơi'))!
      near(millimetres(findWord(signed, 'Nơi').xMin), 30, 'recipients')
      const name = findWord(signed, model.signature.name.split(' ').at(-1)!)
      near(centreOf(lineOf(signed, name).filter(({ xMin }) => xMin > signed.width / 2)), 30 + 165 * 0.75, 'name')
    })

    it('[ST9] ends pages where nothing is left alone', () => {
      const words = bodyWords(pages)
      let from = 0
      for (const block of model.blocks) {
        const running = runningText(block)
        if (running === '') continue
        const own = locate(words, running, from)
        from = words.indexOf(own.at(-1)!) + 1
        const lines = linesByPage(own)
        if (lines.length > 1) expect(Math.min(...lines), running).toBeGreaterThan(1)
        if (block.kind === 'heading') expect(words[from]?.page, running).toBe(own[0]!.page)
      }
      const signed = pages.findIndex((page) => page.words.some(({ text }) => text === 'Nơi'))
      const above = textAreaOf(pages[signed]!).filter(({ yMax }) => yMax < findWord(pages[signed]!, 'Nơi').yMin)
      expect(new Set(above.map(({ yMax }) => Math.round(yMax))).size).toBeGreaterThan(1)
    })

    it('[ST12] sets the results of its table below one another by their point', () => {
      const page = pages.find(({ words }) => words.some(({ text }) => text === 'luận') && words.some(({ text }) => text === 'TT'))!
      const head = lineOf(page, findWord(page, 'TT')).find(({ text }) => text === 'Kết')!
      const shown = page.words.filter(
        ({ text, xMin, yMin }) => /^\d+,\d+%?$/.test(text) && yMin > head.yMin && Math.abs(xMin - head.xMin) < 30,
      )
      expect(shown.length).toBeGreaterThan(1)
      // Figures are half as wide as the type is high.
      const points = shown.map((word) => word.xMin + (word.text.indexOf(',') * sizeOf(word)) / 2)
      expect(Math.max(...points) - Math.min(...points)).toBeLessThan(0.3)
    })
  })
})
