import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../../electron/workers/report/render-report.ts'
import type { LayoutProfileCode } from '../../../../shared/domain/programme.ts'
import { layoutProfiles } from '../../../../shared/programmes/layout-profiles.ts'
import { assembleReport } from '../../../../shared/rules/assemble-report.ts'
import {
  centreOf,
  checkSize,
  findWord as find,
  heightOfSize,
  isPortrait,
  lineOf,
  millimetres,
  near,
  pageNumberOn as numberOn,
  sizeOf,
  tolerance,
  topLimit,
} from '../../../kit/page-measures.ts'
import { checkWithQpdf, wordsOf } from '../../../kit/read-pdf.ts'
import type { PdfPageWords } from '../../../kit/read-pdf.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'

const expected: Readonly<
  Record<
    LayoutProfileCode,
    {
      country: string
      countrySize: number
      number: string
      pageNumberSize: number
      typeSize: number
      pitch: number
      recipientsTitle: number
      recipients: number
      position: string
    }
  >
> = {
  party_hd36_2018: {
    country: 'ĐẢNG',
    countrySize: 15,
    number: '-BC/TU',
    pageNumberSize: 14,
    typeSize: 16,
    pitch: 18,
    recipientsTitle: 14,
    recipients: 12,
    position: 'PHÓ',
  },
  party_hd05_2026: {
    country: 'ĐẢNG',
    countrySize: 15,
    number: '-BC/TU',
    pageNumberSize: 14,
    typeSize: 16,
    pitch: 19,
    recipientsTitle: 14,
    recipients: 12,
    position: 'PHÓ',
  },
  state_nd30_2020: {
    country: 'CỘNG',
    countrySize: 12,
    number: '/BC-TU',
    pageNumberSize: 13,
    typeSize: 14,
    pitch: 18,
    recipientsTitle: 12,
    recipients: 11,
    position: 'PHÓ',
  },
}

describeWithTools(['poppler-utils', 'qpdf'], 'the form of the pages, measured in print', () => {
  describe.each(Object.keys(expected) as LayoutProfileCode[])('%s', (code) => {
    const want = expected[code]
    let printed: Promise<PdfPageWords[]> | undefined
    const body = (): Promise<PdfPageWords[]> =>
      (printed ??= renderReport(assembleReport(makeReportSource({ profile: code, communes: 30 }))).then(({ bytes }) => wordsOf(bytes)))

    it('keeps A4 and its margins: 20, 15, 20, 30 mm', async () => {
      const pages = (await body()).filter(isPortrait)
      for (const page of pages) {
        near(millimetres(page.width), 210, 'width')
        near(millimetres(page.height), 297, 'height')
        const inside = page.words.filter((word) => word.yMin > topLimit)
        expect(millimetres(Math.min(...inside.map(({ xMin }) => xMin)))).toBeGreaterThanOrEqual(30 - tolerance)
        expect(millimetres(Math.max(...inside.map(({ xMax }) => xMax)))).toBeLessThanOrEqual(210 - 15 + tolerance)
        expect(millimetres(Math.max(...inside.map(({ yMax }) => yMax)))).toBeLessThanOrEqual(297 - 20 + tolerance)
      }
      const second = pages[1]!.words.filter((word) => word.yMin > topLimit)
      near(millimetres(Math.min(...second.map(({ yMin }) => yMin))), 20, 'top')
      const first = pages[0]!
      const opening = find(first, 'Triển')
      const below = first.words.filter((word) => word.yMin > opening.yMin + 2)
      near(millimetres(Math.min(...below.map(({ xMin }) => xMin))), 30, 'left')
      near(millimetres(Math.max(...below.map(({ xMax }) => xMax))), 195, 'right')
    })

    it('numbers pages 10 mm from the top edge in the middle of the text, not the first', async () => {
      const pages = await body()
      expect(numberOn(pages[0]!)).toBeUndefined()
      for (const [index, page] of pages.filter(isPortrait).slice(1, 5).entries()) {
        const number = numberOn(page)!
        expect(number.text).toBe(String(index + 2))
        near(millimetres(number.yMin), 10, 'from the top')
        near(millimetres((number.xMin + number.xMax) / 2), 30 + 165 / 2, 'middle')
        expect(sizeOf(number)).toBeCloseTo(want.pageNumberSize, 1)
      }
      const bodyPages = pages.findIndex((page) => page.words.some(({ text }) => text === 'Phụ') && !isPortrait(page))
      const numbers = pages.slice(bodyPages).map((page) => numberOn(page)?.text)
      if (layoutProfiles[code].pageNumber.restartsInAppendix) {
        expect(numbers[0]).toBeUndefined()
        expect(numbers[1]).toBe('2')
        expect(numbers.filter((text) => text === undefined)).toHaveLength(5)
      } else expect(numbers).toEqual(numbers.map((_, index) => String(bodyPages + index + 1)))
    })

    it('sets the body at 14 points on an exact pitch, first lines 10 mm in', async () => {
      const page = (await body())[0]!
      const first = find(page, 'Triển')
      expect(sizeOf(first)).toBeCloseTo(14, 1)
      near(millimetres(first.xMin), 40, 'first line')
      const lines = [...new Set(page.words.filter((word) => word.yMin >= first.yMin - 0.1).map(({ yMin }) => yMin))].toSorted(
        (a, b) => a - b,
      )
      for (const index of [1, 2, 3]) expect(lines[index]! - lines[index - 1]!).toBeCloseTo(want.pitch, 1)
    })

    it('sets the head: names and country from the top margin, number and date on one line, type and subject in the middle', async () => {
      const page = (await body())[0]!
      const { head, documentType, subject } = layoutProfiles[code]
      const middle = 30 + 165 / 2
      const split = 30 + 165 * head.leftShare
      const country = find(page, want.country)
      near(millimetres(country.yMin), 20, 'country')
      expect(sizeOf(country)).toBeCloseTo(want.countrySize, 1)
      near(centreOf(lineOf(page, country).filter((word) => millimetres(word.xMin) > split - 5)), (split + 195) / 2, 'country in its column')
      const issuer = find(page, 'TỈNH')
      near(millimetres(issuer.yMin), 20, 'issuer')
      checkSize(issuer, head.issuer)
      near(centreOf(lineOf(page, issuer).filter((word) => millimetres(word.xMax) < split)), (30 + split) / 2, 'issuer in its column')
      const number = find(page, want.number)
      const month = find(page, 'tháng')
      checkSize(number, head.number.style)
      checkSize(month, head.placeAndDate)
      expect(Math.abs(number.yMax - month.yMax)).toBeLessThan(2)
      const type = find(page, 'CÁO')
      expect(sizeOf(type)).toBeCloseTo(want.typeSize, 1)
      checkSize(type, documentType)
      near(centreOf(lineOf(page, type)), middle, 'type')
      const about = find(page, 'quả')
      checkSize(about, subject)
      near(centreOf(lineOf(page, about)), middle, 'subject')
      if (subject.mark.kind === 'hyphens') near(centreOf([find(page, '-----')]), middle, 'hyphens')
      else expect(page.words.some(({ text }) => text === '-----')).toBe(false)
    })

    it('sets recipients and signature side by side', async () => {
      const page = (await body()).find(({ words }) => words.some(({ text }) => text === 'Nơi'))!
      const { signature } = layoutProfiles[code]
      const title = find(page, 'Nơi')
      expect(sizeOf(title)).toBeCloseTo(want.recipientsTitle, 1)
      near(millimetres(title.xMin), 30, 'recipients')
      const item = page.words.find((word) => word.text === 'Lưu')!
      expect(sizeOf(item)).toBeCloseTo(want.recipients, 1)
      const name = find(page, 'Toản')
      checkSize(name, signature.name)
      near(centreOf(lineOf(page, name).filter((word) => word.xMin > page.width / 2)), 30 + 165 * 0.75, 'name')
      const position = find(page, want.position)
      checkSize(position, signature.position)
      const lines = (name.yMin - position.yMin) / (signature.name.size * heightOfSize)
      expect(lines).toBeGreaterThan(signature.blankLines + 0.9)
      expect(lines).toBeLessThan(signature.blankLines + 1.3)
      const last = page.words
        .filter((word) => word.xMin < page.width / 2 && word.yMin > title.yMin)
        .map(({ text }) => text)
        .join(' ')
      expect(last).toMatch(code === 'party_hd36_2018' ? /\(để báo cáo\),/ : /\(để báo cáo\);/)
    })
  })

  describe.each(Object.keys(expected) as LayoutProfileCode[])('house style on %s', (code) => {
    const style = {
      sides: 'two',
      contents: 'always',
      urgency: 'very_urgent',
      circulation: 'Lưu hành nội bộ',
      typist: 'MTH',
      copies: 120,
    } as const
    const source = { ...makeReportSource({ profile: code, communes: 30, style }), draft: false, trial: false }

    it('mirrors the margins of even pages, puts contents in front with the numbers printed on the pages, and the marks where they belong', async () => {
      const { bytes, pages: count } = await renderReport(assembleReport(source))
      const pages = wordsOf(bytes)
      expect(pages).toHaveLength(count)
      expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors found')
      const [contents, back, first] = pages as [PdfPageWords, PdfPageWords, PdfPageWords]
      expect(back.words).toEqual([])

      // ST1: the sheet of contents takes a whole leaf, so that the text begins on a right-hand page.
      const signed = pages.findIndex(({ words }) => words.some(({ text }) => text === 'Nơi'))
      expect(signed).toBeGreaterThan(5)
      for (const [index, page] of pages.slice(0, signed).entries()) {
        if (index < 3) continue
        const [left, right] = index % 2 === 0 ? [30, 15] : [15, 30]
        const inside = page.words.filter((word) => word.yMin > topLimit)
        expect(millimetres(Math.min(...inside.map(({ xMin }) => xMin)))).toBeGreaterThanOrEqual(left - tolerance)
        expect(millimetres(Math.max(...inside.map(({ xMax }) => xMax)))).toBeLessThanOrEqual(210 - right + tolerance)
        const number = numberOn(page)!
        expect(number.text).toBe(String(index - 1))
        near(millimetres((number.xMin + number.xMax) / 2), left + 165 / 2, `number of page ${index + 1}`)
      }

      // ST6: every entry with its number against the right edge, behind dots.
      const title = find(contents, 'LỤC')
      near(centreOf(lineOf(contents, title)), 30 + 165 / 2, 'title of the contents')
      const numbered = contents.words.filter((word) => /^\d+$/.test(word.text) && millimetres(word.xMax) > 194)
      expect(numbered.length).toBeGreaterThan(10)
      for (const number of numbered) {
        near(millimetres(number.xMax), 195, 'number of an entry')
        const line = lineOf(contents, number)
        const dots = line.find(({ text }) => /^\.{3,}$/.test(text))!
        expect(dots.xMax).toBeLessThanOrEqual(number.xMin)
        const words = line.filter((word) => word !== number && word !== dots).map(({ text }) => text)
        const page = pages[Number(number.text) + 1]!.words.map(({ text }) => text).join(' ')
        // A heading may be broken into lines; its beginning is enough to know it by.
        expect(page, words.join(' ')).toContain(
          words
            .slice(0, 3)
            .join(' ')
            .replace(/^(Phụ lục \d)\.$/u, '$1'),
        )
      }
      const entries = contents.words.map(({ text }) => text).join(' ')
      expect(entries.match(/Phụ lục/g)).toHaveLength(5)
      const isSeparate = layoutProfiles[code].pageNumber.restartsInAppendix
      expect(entries.match(/\d\d trang/g) ?? []).toHaveLength(isSeparate ? 5 : 0)
      expect(entries.includes('đánh số riêng')).toBe(isSeparate)

      // ST3, ST4: urgency and circulation in the head, the typist's mark below the recipients.
      const { head, recipients } = layoutProfiles[code]
      const split = 30 + 165 * head.leftShare
      const centreIn = (column: 'left' | 'right'): number => (column === 'left' ? (30 + split) / 2 : (split + 195) / 2)
      for (const [text, mark] of [
        ['THƯỢNG', head.urgency],
        ['LƯU', head.circulation],
      ] as const) {
        const word = find(first, text)
        checkSize(word, mark.style)
        const own = lineOf(first, word).filter(({ xMin }) => millimetres(xMin) < split - 1 === (mark.column === 'left'))
        near(centreOf(own), centreIn(mark.column), text)
        expect(word.yMin).toBeGreaterThan(find(first, expected[code].number).yMin)
      }
      const last = pages.find(({ words }) => words.some(({ text }) => text === 'Nơi'))!
      const typist = find(last, 'MTH.120')
      checkSize(typist, recipients.typist)
      expect(typist.yMin).toBeGreaterThan(find(last, 'Lưu').yMin)
      near(millimetres(typist.xMin), millimetres(find(last, 'Nơi').xMin), 'typist')
    })
  })
})
