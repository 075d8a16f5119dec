import { describe, expect, it } from 'vitest'
import { itemsOfResult, listShort, pickListed } from '../../renderer/features/search/search-item.ts'
import { helpTopicIds, helpTopics } from '../../shared/messages/help.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { searchWords } from '../../shared/vietnamese/search-words.ts'

const programme = bundledProgramme()
const short = listShort({ units: bundledUnits(), programme, periods: [] }, 'vi')
const find = (group: keyof typeof short, query: string) => pickListed(short[group], searchWords(query), 5)

describe('short lists', () => {
  it('lead a unit, an indicator and an item to their place among the figures', () => {
    const [unit] = find('units', 'xa van giang')
    expect(unit).toMatchObject({ title: 'Đảng ủy xã Văn Giang', target: { page: 'figures', params: { q: 'Đảng ủy xã Văn Giang' } } })
    expect(find('units', '11953').map(({ key }) => key)).toEqual(['org.du_xa.11953'])
    const { code, label } = programme.fields[0]!
    expect(find('fields', label.vi)[0]).toMatchObject({ target: { page: 'figures', params: { view: 'fields', at: `*/${code}` } } })
  })

  it('find pages and help by what they say', () => {
    expect(find('pages', 'nhat ky').map(({ target }) => target)).toEqual([{ page: 'journal', params: {} }])
    expect(find('help', 'unikey phim tat').map(({ target }) => target)).toEqual([])
    expect(find('help', 'sao luu usb').map(({ key }) => key)).toContain('settings')
  })

  it('give at most as many as asked for, what begins with the words first', () => {
    const found = find('units', 'đảng ủy')
    expect(found).toHaveLength(5)
    expect(found.every(({ title }) => title.startsWith('Đảng ủy'))).toBe(true)
  })
})

describe('what the engine found', () => {
  it('leads passages and findings to their source beside the page, files to their receipt, lines to the journal', () => {
    const unit = 'org.du_xa.11953'
    const at = '2026-06-15T02:00:00.000Z'
    const { passages, findings, notes, files, entries } = itemsOfResult(
      {
        passages: [{ period: 'p', unit, input: 'prop.2.text', excerpt: 'Đề nghị' }],
        findings: [
          { period: 'p', unit, input: 'um_total', rule: 'C8', severity: 'warning', params: {} },
          { period: 'p', unit, input: null, rule: 'M1', severity: 'warning', params: {} },
        ],
        notes: [
          { note: 'n', period: 'p', unit, kind: 'shortcoming', audience: 'internal', isDone: false, excerpt: 'Chưa đối thoại' },
          { note: 'm', period: 'p', unit, kind: 'shortcoming', audience: 'unit', isDone: true, excerpt: 'Đã đối thoại' },
        ],
        files: [{ receipt: 'r', period: 'p', unit: null, name: 'a.pdf', outcome: 'attached', receivedAt: at }],
        entries: [{ seq: 1, machine: 'm', at, actor: 'Lan', action: 'period.close', params: {}, hash: 'h', unit: null }],
      },
      { programme, nameOf: () => 'Xã A', sayRule: (rule) => rule, sayEntry: ({ action }) => action, language: 'vi' },
      'de nghi',
    )
    expect(passages).toMatchObject([
      { detail: 'Xã A, kỳ p · Kiến nghị 2', target: { beside: { period: 'p', trace: `${unit}/prop.2.text` } } },
    ])
    expect(findings.map(({ target }) => target)).toEqual([
      { beside: { period: 'p', trace: `${unit}/um_total` } },
      { page: 'intake', params: { period: 'p', unit } },
    ])
    expect(notes).toMatchObject([
      { detail: 'Xã A, kỳ p · Tồn tại, hạn chế · Nội bộ', target: { page: 'review', params: { view: 'register', note: 'n' } } },
      { target: { page: 'review', params: { period: 'p', view: 'unit', unit } } },
    ])
    expect(files).toMatchObject([
      {
        detail: 'Chưa rõ đơn vị, kỳ p · Lưu kèm · 09:00 ngày 15/06/2026',
        target: { page: 'intake', params: { tab: 'attached', file: 'r' } },
      },
    ])
    expect(entries).toMatchObject([{ title: 'period.close', target: { page: 'journal', params: { text: 'de nghi' } } }])
  })
})

describe('help', () => {
  it('has a topic for every page and says something in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      const topics = helpTopics(language)
      expect(topics.map(({ id }) => id)).toEqual(helpTopicIds)
      expect(topics.filter(({ title, text }) => title === '' || text.length < 60)).toEqual([])
    }
  })
})
