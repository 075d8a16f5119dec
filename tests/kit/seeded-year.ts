import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { turnsOfPhrase, writeNarrative } from './narrative-corpus.ts'
import { seededRandom } from './seeded-random.ts'
import type { Figures } from './store-figures.ts'

/** Two years of two periods each; the truths are planted in the last one. */
export const seededPeriods = [
  { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-17' },
  { code: '2026-N', from: '2025-12-15', to: '2026-12-14', due: '2026-12-17' },
  { code: '2027-H1', from: '2026-12-15', to: '2027-06-14', due: '2027-06-17' },
  { code: '2027-N', from: '2026-12-15', to: '2027-12-14', due: '2027-12-17' },
] as const
export type SeededPeriod = (typeof seededPeriods)[number]['code']
export const plantedPeriod = '2027-N' satisfies SeededPeriod

/** With a rule of its own and an item that is carried over, as no bundled programme has. */
export const seededProgramme = (): Programme => ({
  ...bundledProgramme(),
  carryOvers: [{ field: 'ent_state', from: 'ent_state' }],
  rules: [
    {
      code: 'rule.admitted',
      severity: 'warning',
      message: {
        vi: '{unitName}: đã kết nạp {um_admitted}, giới thiệu {um_introduced}.',
        en: '{unitName}: {um_admitted} admitted, {um_introduced} introduced.',
      },
      when: 'um_admitted > um_introduced',
      missing: 'any',
    },
  ],
})

/** The bundled units and two clusters of communes; of the second one a commune does not report. */
export function seededUnits(): Unit[] {
  const units = bundledUnits()
  const parents = ['org.cum.1', 'org.cum.2'] as const
  const children = units.filter(({ kind }) => kind === 'xa').slice(60, 66)
  const parentOf = new Map(children.map(({ code }, index) => [code, parents[index < 3 ? 0 : 1]]))
  return [
    ...units.map((unit) => ({ ...unit, parent: parentOf.get(unit.code) ?? null })),
    ...parents.map((code, index): Unit => ({
      ...units[0]!,
      code,
      name: `Cụm ${index + 1}`,
      kind: 'cum',
      line: 'other',
      parent: null,
      rank: 900 + index,
      aliases: [],
    })),
  ]
}

export const writtenTasks = ['tsk.1.1', 'tsk.1.2', 'tsk.2.1', 'tsk.3.1'] as const

/** What unit number `index` honestly reports: stocks drift a little, flows grow through the year, every unit has words of its own. */
export function honestReport(index: number, period: SeededPeriod): { figures: Record<string, number>; texts: Record<string, string> } {
  const at = seededPeriods.findIndex(({ code }) => code === period)
  const own = seededRandom(1000 + index)
  const base = Array.from({ length: 40 }, () => own())
  const now = seededRandom(50_000 + index * 10 + at)
  const size = 0.6 + base[0]! * 1.2
  const drift = (value: number): number => Math.max(1, Math.round(value * (1 + at * 0.012 + (now() - 0.5) * 0.02)))
  const stock = (place: number, from: number, to: number): number => drift((from + base[place]! * (to - from)) * size)
  // Half a year brings a little less than half of what the year brings.
  const share = period.endsWith('H1') ? 0.44 + now() * 0.08 : 1
  const flow = (whole: number, place: number, low: number, high: number): number =>
    Math.round(whole * (low + (base[place]! * 0.7 + now() * 0.3) * (high - low)) * share)
  const part = (whole: number, place: number, low: number, high: number): number => Math.round(whole * (low + base[place]! * (high - low)))
  const [um, w, uc] = [stock(1, 700, 2600), stock(2, 900, 4200), stock(3, 60, 150)]
  const [ubState, ubNonstate] = [stock(4, 11, 24), stock(5, 28, 60)]
  const ub = ubState + ubNonstate
  const [entState, entNonstate] = [2 + Math.floor(base[6]! * 5), stock(7, 70, 210)]
  const [source, psu, union] = [part(ub, 8, 0.78, 0.95), part(ub, 9, 0.38, 0.5), part(entNonstate, 10, 0.55, 0.7)]
  const introduced = flow(source, 11, 1.05, 1.35)
  const figures = {
    um_total: um,
    um_informed: flow(um, 12, 0.9, 0.97),
    um_introduced: introduced,
    um_admitted: Math.floor(introduced * 0.4),
    w_total: w,
    w_informed: flow(w, 13, 0.84, 0.93),
    w_upskilled: flow(w, 14, 0.62, 0.74),
    ub_total: ub,
    ub_state: ubState,
    ub_nonstate: ubNonstate,
    ub_psu: psu,
    ub_with_source: source,
    ub_state_dr: Math.max(0, ubState - (base[15]! < 0.5 ? 1 : 0)),
    ub_nonstate_dr: part(ubNonstate, 16, 0.82, 0.93),
    ub_psu_conf: flow(psu, 17, 0.86, 0.97),
    ent_total: entState + entNonstate,
    ent_state: entState,
    ent_nonstate: entNonstate,
    ent_lt10: part(entNonstate, 18, 0.3, 0.4),
    ent_union: union,
    ent_nonstate_conf: flow(entNonstate, 19, 0.62, 0.73),
    ent_dialogue: flow(entState + entNonstate, 20, 0.62, 0.74),
    ent_cba: part(union, 21, 0.72, 0.83),
    cba_new: flow(union, 22, 0.1, 0.15),
    uc_total: uc,
    uc_trained: flow(uc, 23, 0.93, 0.99),
    propaganda_sessions: flow(40, 24, 0.8, 1.2),
    propaganda_turns: flow(um, 25, 1.5, 2),
  }
  const draw = seededRandom(900_000 + index * 10 + at)
  const texts = Object.fromEntries(writtenTasks.map((task) => [task, writeNarrative(draw, 70 + Math.floor(draw() * 80))]))
  return { figures, texts }
}

export type SeededReport = { figures: Record<string, Figures[string]>; texts: Record<string, string> }
/** What is changed in a report of the last period, knowing the unit's reports before. */
export type Change = (report: SeededReport, before: { halfYear: SeededReport; yearAgo: SeededReport; other: SeededReport }) => void

const numbersOf = ({ figures }: SeededReport): Record<string, number> => figures as Record<string, number>
const keep =
  (from: SeededReport, fields: readonly string[]) =>
  (to: SeededReport): void => {
    for (const field of fields) to.figures[field] = from.figures[field]!
  }
const everyField = Object.keys(honestReport(0, plantedPeriod).figures)
const percentPairs = bundledProgramme().indicators.filter(({ form }) => form === 'percent')
const ceilTarget = (report: SeededReport, { numerator, denominator, threshold }: (typeof percentPairs)[number]): void => {
  report.figures[numerator] = Math.ceil((threshold * numbersOf(report)[denominator]!) / 100)
}
const ownText = (seed: number): string => writeNarrative(seededRandom(seed), 90)
const programmeText = bundledProgramme().tasks[3]!.source.text

/** Per rule a truth that must be found, and an innocent report that looks much like it. */
export const planted: Readonly<Record<string, { truth: Change; alike: Change }>> = {
  C6: {
    truth: ({ figures }) => void (figures['w_informed'] = Number(figures['w_total']) + 3),
    alike: ({ figures }) => void (figures['w_informed'] = figures['w_total']!),
  },
  C7: {
    truth: ({ figures }) => void (figures['ub_total'] = Number(figures['ub_total']) + 1),
    alike: ({ figures }) => void (figures['cba_registered'] = 'not_applicable'),
  },
  C8: {
    truth: ({ figures }) => void (figures['ent_lt10'] = Number(figures['ent_total']) + 1),
    alike: ({ figures }) => void (figures['cba_registered'] = 0),
  },
  C9: {
    truth: ({ figures }) => void (figures['ent_union'] = 'blank'),
    alike: ({ figures }) => void ([figures['ent_union'], figures['ent_cba']] = ['blank', 'blank']),
  },
  R8: { truth: ({ figures }) => void (figures['ent_state'] = Number(figures['ent_state']) + 1), alike: () => undefined },
  R9: {
    truth: ({ figures }, { halfYear }) => void (figures['propaganda_sessions'] = Number(halfYear.figures['propaganda_sessions']) - 1),
    alike: ({ figures }, { halfYear }) => void (figures['cba_new'] = halfYear.figures['cba_new']!),
  },
  R10: {
    truth: ({ figures }, { halfYear }) => void (figures['uc_total'] = Math.ceil(Number(halfYear.figures['uc_total']) * 1.35)),
    alike: ({ figures }, { halfYear }) => void (figures['uc_total'] = Math.floor(Number(halfYear.figures['uc_total']) * 1.2)),
  },
  R11: {
    truth: ({ figures }) => {
      for (const field of ['um_total', 'um_informed', 'w_total', 'w_informed', 'w_upskilled', 'uc_total', 'uc_trained', 'propaganda_turns'])
        figures[field] = Number(figures[field]) * 2
    },
    alike: ({ figures }, { halfYear }) => {
      for (const field of ['um_total', 'w_total', 'uc_total']) figures[field] = Math.floor(Number(halfYear.figures[field]) * 1.19)
      for (const [part, whole] of [
        ['um_informed', 'um_total'],
        ['w_informed', 'w_total'],
        ['w_upskilled', 'w_total'],
        ['uc_trained', 'uc_total'],
      ] as const)
        figures[part] = Math.round(
          Number(figures[part]) * 1.12 > Number(figures[whole]) ? Number(figures[whole]) : Number(figures[part]) * 1.12,
        )
    },
  },
  R12: {
    truth: ({ figures }, { yearAgo }) => void (figures['w_upskilled'] = Math.round(Number(yearAgo.figures['w_upskilled']) * 0.3)),
    alike: ({ figures }) => void (figures['ent_cba'] = Math.round(Number(figures['ent_union']) * 0.69)),
  },
  R13: {
    truth: (report, { halfYear }) => keep(halfYear, everyField)(report),
    alike: (report, { halfYear }) =>
      keep(halfYear, [
        'um_total',
        'w_total',
        'ub_total',
        'ub_state',
        'ub_nonstate',
        'ub_psu',
        'ub_with_source',
        'ent_total',
        'ent_nonstate',
        'ent_lt10',
        'ent_union',
        'uc_total',
      ])(report),
  },
  R14: {
    truth: (report, { other }) => keep(other, everyField)(report),
    alike: (report, { other }) => keep(other, ['ub_state_dr', 'cba_new', 'propaganda_sessions'])(report),
  },
  R15: {
    truth: ({ figures }, { halfYear }) => void (figures['uc_total'] = Math.floor(Number(halfYear.figures['uc_total']) * 0.85)),
    alike: ({ figures }, { halfYear }) => void (figures['uc_total'] = Math.ceil(Number(halfYear.figures['uc_total']) * 0.95)),
  },
  R16: {
    truth: ({ figures }) => void (figures['ub_with_source'] = Math.floor(Number(figures['ub_total']) * 0.5)),
    alike: ({ figures }, { halfYear }) => void (figures['ub_with_source'] = Math.ceil(Number(halfYear.figures['ub_with_source']) * 0.85)),
  },
  R17: {
    truth: ({ figures }) => percentPairs.forEach(({ numerator, denominator }) => (figures[numerator] = figures[denominator]!)),
    alike: ({ figures }) => percentPairs.slice(1).forEach(({ numerator, denominator }) => (figures[numerator] = figures[denominator]!)),
  },
  R18: {
    truth: (report) =>
      ['um_informed', 'w_informed', 'w_upskilled', 'ent_dialogue'].forEach((field) =>
        ceilTarget(
          report,
          percentPairs.find(({ numerator }) => numerator === field)!,
        ),
      ),
    alike: (report) => {
      for (const pair of percentPairs) ceilTarget(report, pair)
      for (const { numerator } of percentPairs.slice(3)) report.figures[numerator] = Math.max(0, numbersOf(report)[numerator]! - 1)
    },
  },
  R19: {
    truth: ({ figures }) => {
      for (const field of everyField) if (Number(figures[field]) >= 20) figures[field] = Math.floor(Number(figures[field]) / 10) * 10
    },
    alike: ({ figures }) => {
      for (const field of ['um_total', 'w_total', 'propaganda_turns', 'w_informed'])
        figures[field] = Math.round(Number(figures[field]) / 10) * 10
    },
  },
  R20: {
    truth: ({ figures }) => void (figures['propaganda_turns'] = 'nil'),
    alike: ({ figures }) => void (figures['leader_dialogues'] = 'nil'),
  },
  R21: {
    truth: ({ figures }) => {
      for (const field of [
        'um_introduced',
        'um_admitted',
        'ub_psu_conf',
        'ent_nonstate_conf',
        'ent_dialogue',
        'cba_new',
        'propaganda_sessions',
        'propaganda_turns',
      ])
        figures[field] = 'nil'
    },
    alike: ({ figures }) => void ([figures['leader_dialogues'], figures['cba_registered']] = [0, 0]),
  },
  R30: {
    truth: ({ figures }) => void (figures['um_admitted'] = Number(figures['um_introduced']) + 1),
    alike: ({ figures }) => void (figures['um_admitted'] = figures['um_introduced']!),
  },
  N1: {
    truth: ({ texts }) => void delete texts['tsk.2.1'],
    alike: ({ texts }, { halfYear }) => void (delete texts['tsk.2.1'], delete halfYear.texts['tsk.2.1']),
  },
  N2: {
    truth: ({ texts }) => void (texts['tsk.1.2'] = 'Đơn vị đã triển khai thực hiện tốt nhiệm vụ này.'),
    alike: ({ texts }) =>
      void (texts['tsk.1.2'] = 'Chi bộ thôn Đông mở bốn buổi học nghề mộc, ba mươi thợ trẻ dự đủ, hai người thi đỗ bậc ba.'),
  },
  N3: {
    truth: ({ texts }, { other }) => void (texts['tsk.1.1'] = other.texts['tsk.1.1']!.replace(/\d+/g, '7').replace('được', 'đã')),
    alike: ({ texts }) => void (texts['tsk.1.1'] = `${turnsOfPhrase.join(' ')} ${ownText(31)}`),
  },
  N4: {
    truth: ({ texts }, { halfYear }) => void (texts['tsk.2.1'] = `${halfYear.texts['tsk.2.1']} Đã bổ sung số liệu đến cuối năm.`),
    alike: ({ texts }, { halfYear }) =>
      void (texts['tsk.2.1'] = `${halfYear.texts['tsk.2.1']!.split('. ')[0]}. ${ownText(41)} ${ownText(42)}`),
  },
  N5: {
    truth: ({ texts }) => void (texts['tsk.3.1'] = programmeText),
    alike: ({ texts }) => void (texts['tsk.3.1'] = `${programmeText.split(' ').slice(0, 18).join(' ')}: ${ownText(51)} ${ownText(52)}`),
  },
  N6: {
    truth: (report) =>
      void (report.texts['tsk.1.1'] += ` Tổng số đoàn viên công đoàn toàn xã là ${numbersOf(report)['um_total']! + 60} người.`),
    alike: (report) =>
      void (report.texts['tsk.1.1'] +=
        ` Tổng số đoàn viên công đoàn toàn xã là ${numbersOf(report)['um_total']} người; riêng tháng ba có 40 đoàn viên công đoàn được tuyên truyền, phổ biến, học tập, quán triệt.`),
  },
}
