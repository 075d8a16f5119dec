import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { programme } from '../../../shared/domain/programme.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { readProgramme } from '../../../shared/rules/read-programme.ts'
import { nameKey, searchFold } from '../../../shared/vietnamese/text-key.ts'

const bundled = bundledProgramme()
/** Line and page breaks of the copy are its carrier, not its words: there a clause has one space. Nothing else is forgiven. */
const unbroken = bundled.sourceText.replace(/\s+/g, ' ')

describe('the bundled programme', () => {
  it('is valid by schema and cross-references, and reading changes nothing', () => {
    const lines = bundledUnits().map((unit) => unit.line)
    expect(readProgramme(structuredClone(bundled), { unitLines: lines })).toEqual({ programme: bundled })
    expect(programme.parse(structuredClone(bundled))).toEqual(bundled)
  })

  it('has the source text to the last byte', () => {
    expect(createHash('sha256').update(bundled.sourceText).digest('hex')).toBe(
      '0d0978ffe82132782e36abf92edcd5743069a265b567158d40e1e4c3b31ea20c',
    )
    expect(Buffer.byteLength(bundled.sourceText)).toBe(19_843)
  })

  it('keeps the errors of the copy in the text and corrects them in labels only', () => {
    const { sourceText, ...rest } = bundled
    for (const error of ['Trần Quốc Toàn', 'Đòi mới công tác', 'công nhân tinh nhà', '58 - CT/TW', '161 - QĐ/TU'])
      expect(sourceText).toContain(error)
    expect(rest.signature.name).toBe('Trần Quốc Toản')
    const labels = JSON.stringify(rest, (key, value: unknown) => (key === 'source' ? undefined : value))
    for (const error of ['Quốc Toàn', 'Đòi mới', 'tinh nhà', '58 - CT', '161 - QĐ']) expect(labels).not.toContain(error)
  })

  it('is NFC throughout', () => {
    const all = JSON.stringify(bundled)
    expect(all.normalize('NFC')).toBe(all)
  })

  it('quotes every clause word for word', () => {
    const clauses = [...bundled.indicators, ...bundled.monitors, ...bundled.tasks, ...bundled.assignments, ...bundled.standingChecks].map(
      (item) => item.source,
    )
    expect(clauses).toHaveLength(11 + 5 + 13 + 14 + 3)
    for (const { clause, text } of clauses) {
      expect(unbroken, clause).toContain(text)
      expect(text.length, clause).toBeGreaterThan(20)
    }
    for (const group of bundled.taskGroups) expect(unbroken).toContain(`**${group.code.slice(4)}. ${group.heading}**`)
  })

  it('has the eleven targets exactly', () => {
    const rows = bundled.indicators.map((i) =>
      [i.code, i.numerator, i.denominator, i.unitOfCount, i.form, i.threshold, i.sense, i.binding, i.annual].join(' '),
    )
    expect(rows).toEqual([
      'ind.union_members_informed um_informed um_total person percent 90 at_least target true',
      'ind.workers_informed w_informed w_total person percent 85 at_least target true',
      'ind.workers_upskilled w_upskilled w_total person percent 65 at_least target true',
      'ind.elite_members_introduced um_introduced ub_with_source person ratio 1 at_least aspiration true',
      'ind.democracy_reg_state ub_state_dr ub_state union percent 100 all aspiration true',
      'ind.democracy_reg_nonstate ub_nonstate_dr ub_nonstate union percent 85 at_least aspiration true',
      'ind.staff_conference_psu ub_psu_conf ub_psu union percent 90 at_least target true',
      'ind.worker_conference_nonstate ent_nonstate_conf ent_nonstate enterprise percent 65 at_least target true',
      'ind.dialogue_enterprises ent_dialogue ent_total enterprise percent 65 at_least target true',
      'ind.cba_signed ent_cba ent_union entity percent 75 at_least target true',
      'ind.union_cadres_trained uc_trained uc_total person percent 100 all target false',
    ])
    for (const indicator of bundled.indicators) {
      expect(indicator.line).toBe('territorial')
      expect(indicator.crossCheckLines).toEqual(['federation', 'government'])
      const words = `${indicator.threshold}%`
      expect(indicator.source.text).toContain(indicator.form === 'ratio' ? '01 đoàn viên ưu tú' : words)
    }
  })

  it('has the thirteen standing tasks in five groups', () => {
    expect(bundled.taskGroups.map((group) => group.code)).toEqual(['tsk.1', 'tsk.2', 'tsk.3', 'tsk.4', 'tsk.5'])
    expect(bundled.tasks.map((task) => task.code.slice(4))).toEqual([
      '1.1',
      '1.2',
      '2.1',
      '2.2',
      '3.1',
      '3.2',
      '3.3',
      '3.4',
      '4.1',
      '4.2',
      '4.3',
      '5.1',
      '5.2',
    ])
    expect(bundled.tasks.every((task) => task.standing)).toBe(true)
    // Every standing mark of the text belongs to one task's clause, directly before it.
    for (const task of bundled.tasks) expect(unbroken).toContain(`${task.source.text} (*thực hiện thường xuyên*)`)
    expect(unbroken.split('(*thực hiện thường xuyên*)')).toHaveLength(14)
  })

  it('has one hard deadline: the plan, 28/02/2026', () => {
    expect(
      bundled.assignments.filter((item) => item.deadline !== undefined).map((item) => [item.code, item.deadline, item.milestone]),
    ).toEqual([['asg.IV1.disseminate_and_plan', '2026-02-28', 'plan']])
    expect(bundled.milestones.map(({ code, due }) => [code, due])).toEqual([['plan', '2026-02-28']])
    expect(bundled.assignments.map((item) => item.code.split('.')[1])).toEqual([
      'IV1',
      'IV2a',
      'IV2b',
      'IV2c',
      'IV2d',
      'IV3a',
      'IV3b',
      'IV3c',
      'IV4a',
      'IV4b',
      'IV4c',
      'IV4d',
      'IV5a',
      'IV5b',
    ])
  })

  it('collects what the indicators need, and counters of context as optional', () => {
    const needed = new Set(bundled.indicators.flatMap((indicator) => [indicator.numerator, indicator.denominator]))
    expect(
      bundled.fields
        .filter((field) => field.required)
        .map((field) => field.code)
        .toSorted(),
    ).toEqual([...needed].toSorted())
    const optional = bundled.fields.filter((field) => !field.required).map((field) => field.code)
    for (const code of ['um_admitted', 'ub_total', 'ent_state', 'ent_lt10', 'cba_new', 'propaganda_sessions', 'propaganda_turns'])
      expect(optional).toContain(code)
  })

  it('lists nine recipients as printed, with the raised initials', () => {
    const printed = bundled.recipients.map(
      ({ label, purpose, initials }) => label.vi + (purpose ? ` (${purpose.vi})` : '') + (initials ? `<sup>${initials}</sup>` : ''),
    )
    expect(printed).toHaveLength(9)
    for (const line of printed) expect(bundled.sourceText).toContain(`- ${line}`)
  })

  it('numbers the outline of every kind of report without gaps', () => {
    const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']
    for (const kind of ['periodic', 'interim', 'final', 'thematic'] as const) {
      const sections = bundled.outline.filter((section) => section.kinds.includes(kind))
      expect(sections[0]?.content).toBe('opening')
      expect(sections.filter((section) => section.level === 1 && section.number !== '').map((section) => section.number)).toEqual(
        roman.slice(0, kind === 'thematic' ? 3 : 6),
      )
      let expected = 0
      for (const section of sections) {
        if (section.level === 1) expected = 0
        if (section.level === 2) expect(section.number).toBe(String((expected += 1)))
      }
      expect(sections.some((section) => section.content === 'lessons')).toBe(kind === 'final')
    }
  })

  it('takes the form of the day: guidance 05 from 27/5/2026, guidance 36 before', () => {
    const profileOn = (day: string) =>
      bundled.layoutProfiles.toSorted((a, b) => (a.from < b.from ? 1 : -1)).find((entry) => entry.from <= day)?.profile
    expect([profileOn('2026-02-10'), profileOn('2026-05-26'), profileOn('2026-05-27')]).toEqual([
      'party_hd36_2018',
      'party_hd36_2018',
      'party_hd05_2026',
    ])
  })
})

describe('the bundled units', () => {
  const units = bundledUnits()

  it('are the 104 commune committees and four provincial bodies', () => {
    expect(
      units
        .filter((unit) => unit.line === 'territorial')
        .map((unit) => unit.kind)
        .filter((kind) => kind === 'phuong'),
    ).toHaveLength(11)
    expect(units.filter((unit) => unit.kind === 'xa')).toHaveLength(93)
    expect(units.slice(104).map((unit) => `${unit.code} ${unit.line}`)).toEqual([
      'org.ldld_tinh federation',
      'org.du_ubnd_tinh government',
      'org.ubmttq_tinh front',
      'org.btgdv_tinh_uy advisory',
    ])
    expect(units[0]).toMatchObject({ code: 'org.du_xa.11953', name: 'Đảng ủy phường Phố Hiến', rank: 1 })
    expect(units.map((unit) => unit.rank)).toEqual(units.map((_, index) => index + 1))
    expect(new Set(units.map((unit) => unit.code)).size).toBe(108)
  })

  it('can be told apart by every name and alias, with and without marks', () => {
    for (const key of [nameKey, searchFold]) {
      const owner = new Map<string, string>()
      for (const unit of units)
        for (const name of new Set([unit.name, ...unit.aliases].map(key))) {
          expect(owner.get(name), name).toBeUndefined()
          owner.set(name, unit.code)
        }
    }
  })

  it('a bare name of a former district identifies nobody', () => {
    const bare = (name: string) =>
      units.find((unit) => [unit.name, ...unit.aliases].some((alias) => nameKey(alias) === nameKey(name)))?.code
    expect(bare('Diên Hà')).toBe('org.du_xa.12619')
    expect(bare('xã Thái Thụy')).toBe('org.du_xa.12826')
    for (const name of ['Thái Bình', 'Tiên Lữ', 'Ân Thi', 'Khoái Châu', 'Tiền Hải', 'Đông Hưng', 'Thái Thụy'])
      expect(bare(name)).toBeUndefined()
  })
})
