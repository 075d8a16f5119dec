import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { checkWithQpdf, countWords, textOf } from '../kit/read-pdf.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { fillTemplates, listUnits, openPeriods, period, type FilledSet, type UnitRow } from './filled-set.ts'
import { ask, bytesOf, sharedFolder } from './tonghop.ts'

type Built = { report: string; sha256: string; pages: number; blocking: number }

describeWithTools(['python3-openpyxl', 'poppler-utils', 'qpdf'], 'the printed report', () => {
  const folder = sharedFolder()
  const at = (...parts: string[]): string => join(folder, ...parts)
  const data = at('data')
  const build = (of: string, name: string): Promise<Built> =>
    ask<Built>(of, ['report', 'build', '--period', period, '--kind', 'periodic', '--out', at(name)])
  const entriesOf = async (of: string): Promise<number> => (await ask<{ entries: number }>(of, ['verify', '--audit'])).entries
  let set: FilledSet
  let units: readonly UnitRow[]
  let first: Built

  beforeAll(async () => {
    await openPeriods(data)
    units = await listUnits(data)
    set = await fillTemplates(data, period, at('main'), { seed: 12, share: 0.9, every: 4 })
    await ask(data, ['import', at('main', 'arrived'), '--period', period, '--received', '2026-06-15 08:00'])
    const code = Object.keys(set.files).find((one) => !set.missing.includes(one))!
    await ask(data, [
      'adjust',
      'um_total',
      '4321',
      '--period',
      period,
      '--unit',
      code,
      '--reason',
      'Thống nhất tại biên bản đối chiếu',
      '--basis',
      'minutes',
    ])
    first = await build(data, 'first.pdf')
  })

  it('gives the same bytes for the same inputs, and no second entry', async () => {
    const entries = await entriesOf(data)
    expect(await build(data, 'second.pdf')).toEqual(first)
    expect(bytesOf(at('second.pdf')).equals(bytesOf(at('first.pdf')))).toBe(true)
    expect(await entriesOf(data)).toBe(entries)
    expect(await ask(data, ['report', 'list', '--period', period])).toMatchObject({
      reports: [{ report: first.report, sha256: first.sha256, pages: first.pages, period, kind: 'periodic' }],
    })
  })

  it('gives the same bytes from a restored backup', async () => {
    await ask(data, ['backup', at('all.saoluu')])
    await ask(at('restored'), ['restore', at('all.saoluu')])
    expect(await ask(at('restored'), ['verify', '--audit'])).toMatchObject({ ok: true })
    expect(await build(at('restored'), 'restored.pdf')).toEqual(first)
    expect(bytesOf(at('restored.pdf')).equals(bytesOf(at('first.pdf')))).toBe(true)
    expect(await ask(at('restored'), ['figures', '--period', period])).toEqual(await ask(data, ['figures', '--period', period]))
  })

  it('differs as soon as one figure does', async () => {
    await ask(at('restored'), [
      'adjust',
      'um_informed',
      '1',
      '--period',
      period,
      '--unit',
      Object.keys(set.files).find((one) => !set.missing.includes(one))!,
      '--reason',
      'Khác',
    ])
    const other = await build(at('restored'), 'other.pdf')
    expect(other.sha256).not.toBe(first.sha256)
    expect(await ask(at('restored'), ['report', 'list', '--period', period])).toMatchObject({ reports: { length: 2 } })
  })

  it('is a sound PDF in which every word stands that it is made from', () => {
    const bytes = bytesOf(at('first.pdf'))
    expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors found')
    const words = countWords(textOf(bytes).replace(/[()“”",;:.!?]/gu, ' '))
    const { indicators, tasks, fields, assignments, recipients } = bundledProgramme()
    const sent = Object.keys(set.files).filter((code) => !set.missing.includes(code))
    const source = [
      ...units.map(({ name }) => name),
      // Initials are printed raised behind the last word; extraction makes one word of the two.
      ...[...indicators, ...tasks, ...recipients.filter(({ initials }) => initials === undefined)].map(({ label }) => label.vi),
      ...fields.filter(({ required }) => required).map(({ label }) => label.vi),
      ...assignments.map(({ duty }) => duty.vi),
      ...indicators.flatMap(({ methodNotes }) => methodNotes.map(({ vi }) => vi)),
      ...sent.map((code) => `Đề nghị hỗ trợ kinh phí ${code}`),
      'Thống nhất tại biên bản đối chiếu',
    ]
    const expected = countWords(source.join(' ').replace(/[()“”",;:.!?]/gu, ' '))
    expect([...expected.keys()].filter((word) => !words.has(word))).toEqual([])
    // Counts of each unit stand in its own row, with dots; an adjusted one as agreed.
    const printed = textOf(bytes)
    for (const code of sent) {
      const [, informed] = set.readings[code]!['um_informed']!
      if (informed !== null && informed >= 1000) expect(printed).toContain(String(informed).replace(/(\d)(\d{3})$/, '$1.$2'))
    }
    expect(printed).toContain('4.321')
  })
})

describeWithTools(['qpdf'], 'the demo', () => {
  const folder = sharedFolder()

  it('ends with one PDF, the same bytes each time', async () => {
    const runs = []
    for (const name of ['one', 'two']) {
      const result = await ask<{ report: string; sha256: string; workspace: string }>(join(folder, 'unused'), [
        'demo',
        '--out',
        join(folder, name),
      ])
      const papers = readdirSync(join(folder, name)).filter((file) => file.endsWith('.pdf'))
      expect(papers).toHaveLength(1)
      expect(join(folder, name, papers[0]!)).toBe(result.report)
      expect(await ask(result.workspace, ['verify', '--audit'])).toMatchObject({ ok: true })
      expect(await ask(result.workspace, ['verify', result.report])).toMatchObject({ ok: true, trust: 'trusted', archive: 'match' })
      runs.push({ bytes: bytesOf(result.report), sha256: result.sha256 })
    }
    expect(runs[0]!.bytes.equals(runs[1]!.bytes)).toBe(true)
    expect(runs[0]!.sha256).toBe(runs[1]!.sha256)
    checkWithQpdf(runs[0]!.bytes)
    expect(existsSync(join(folder, 'unused'))).toBe(false)
  })
})
