import type { Coverage, IndicatorFigures, Verdict } from '../../shared/domain/consolidation.ts'
import { countedValue } from '../../shared/domain/figure.ts'
import type { Reading } from '../../shared/domain/figure.ts'
import type { Indicator, LayoutProfileCode } from '../../shared/domain/programme.ts'
import type { EarlierFigures, ReportSource, ReportUnit } from '../../shared/domain/report.ts'
import { usualReportStyle, type ReportStyle } from '../../shared/domain/report-style.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { layoutProfiles } from '../../shared/programmes/layout-profiles.ts'

/** Mulberry32: the same seed gives the same half-year on every machine. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type SourceOptions = {
  seed?: number
  /** Units of the summed line; the bundled 104 are repeated under other codes beyond that. */
  communes?: number
  missing?: number
  profile?: LayoutProfileCode
  endsYear?: boolean
  style?: Partial<ReportStyle>
}

const passages = [
  'Cấp ủy đã ban hành kế hoạch, tổ chức quán triệt đến cán bộ, đảng viên và công nhân trong các doanh nghiệp trên địa bàn.',
  'Phối hợp với công đoàn cơ sở tổ chức tuyên truyền tại doanh nghiệp; chú trọng hình thức trực quan, mạng xã hội.',
  'Duy trì đối thoại định kỳ; kịp thời giải quyết kiến nghị của người lao động, không để xảy ra đình công trái pháp luật.',
]

/** A believable half-year: most units in time, some late, one waiting, some missing, a few adjusted figures, proposals and passages. */
export function makeReportSource(options: SourceOptions = {}): ReportSource {
  const { seed = 58, communes = 104, missing = 3, profile = 'party_hd05_2026', endsYear = false, style = {} } = options
  const random = seeded(seed)
  const programme = bundledProgramme()
  const bundled = bundledUnits()
  const territorial = bundled.filter((unit) => unit.line === 'territorial')
  const others = bundled.filter((unit) => unit.line !== 'territorial')
  const list = [
    ...Array.from({ length: communes }, (_, index) => {
      const unit = territorial[index % territorial.length]!
      return index < territorial.length
        ? unit
        : { ...unit, code: `${unit.code}.${index}`, name: `${unit.name} ${Math.floor(index / territorial.length) + 1}` }
    }),
    ...others,
  ]
  const units = list.map((unit, index): ReportUnit => {
    const isMissing =
      unit.line === 'territorial' &&
      index > 0 &&
      index % Math.ceil(communes / (missing + 1)) === 0 &&
      index / Math.ceil(communes / (missing + 1)) <= missing
    const isPending = index === 17 && communes > 20
    const isLate = !isMissing && !isPending && index % 19 === 7
    const sent = !isMissing && !isPending
    return {
      code: unit.code,
      name: unit.name,
      line: unit.line,
      state: isMissing ? 'missing' : isPending ? 'pending' : isLate ? 'late' : 'on_time',
      receivedAt: isMissing ? null : isLate ? '2026-06-19T03:05:00.000Z' : '2026-06-15T02:10:00.000Z',
      nilReport: false,
      readings: sent && unit.line !== 'front' && unit.line !== 'advisory' ? makeReadings(random, unit.line === 'territorial' ? 1 : 90) : {},
      texts: sent
        ? makeTexts(
            random,
            index,
            programme.tasks.map(({ code }) => code),
          )
        : {},
    }
  })
  const adjusted = units.filter((unit) => Object.keys(unit.readings).length > 0).slice(2, 5)
  const summed = units.filter((unit) => unit.line === 'territorial')
  return {
    programme,
    period: {
      code: endsYear ? '2026' : '2026-H1',
      from: '2025-12-15',
      to: endsYear ? '2026-12-14' : '2026-06-14',
      cutOff: endsYear ? '2026-12-14' : '2026-06-14',
      dueAt: '2026-06-17T16:30:00.000+07:00',
      endsYear,
      state: 'open',
      openedAt: '2026-06-01T01:00:00.000Z',
      programmeVersion: programme.version,
    },
    kind: 'periodic',
    topic: null,
    profile: layoutProfiles[profile],
    style: { ...usualReportStyle, ...style },
    draft: true,
    trial: true,
    sample: false,
    generatedAt: '2026-06-20T02:15:30.000Z',
    figures: {
      indicators: programme.indicators.map((indicator) => consolidate(indicator, units, endsYear)),
      crossChecks: programme.indicators.slice(0, 3).map((indicator) => {
        const { numerator, denominator } = pool(indicator, units, 'federation')
        return { code: indicator.code, line: 'federation' as const, numerator, denominator, coverage: { reported: 1, expected: 1 } }
      }),
      fields: Object.fromEntries(
        programme.fields.map(({ code }) => {
          const counted = summed.map((unit) => countOf(unit.readings[code])).filter((value) => value !== undefined)
          return [code, counted.length > 0 ? counted.reduce((sum, value) => sum + value, 0) : null]
        }),
      ),
    },
    earlier: { yearAgo: null, latest: null },
    units,
    adjustments: adjusted.map((unit, index) => ({
      unit: unit.code,
      field: 'um_total',
      reported: index === 0 ? { state: 'blank', value: null } : { state: 'value', value: 1000 + index },
      value: unit.readings['um_total']?.value ?? 0,
      state: index === 2 ? 'suspended' : 'active',
      basis: index === 0 ? 'phone' : 'minutes',
      reason: 'Đơn vị tính cả đoàn viên đã chuyển sinh hoạt; hai bên thống nhất lại theo danh sách.',
    })),
    judgements: { taskStatuses: [], notes: [], proposalStates: [], decisions: [], minutes: {} },
    openFindings: { blocking: 0, warning: 12, info: 60 },
    excerpts: [{ task: 'tsk.1.1', unit: units[1]!.code, text: passages[0]! }],
    written: {},
    overrides: {},
  }
}

/** The same figures, as if an earlier period had ended with them. */
export function makeEarlierFigures(source: ReportSource, { from, to }: { from: string; to: string }): EarlierFigures {
  const summed = source.units.filter(({ line }) => line === 'territorial')
  return {
    period: { code: to, from, to, cutOff: to, endsYear: false },
    indicators: source.programme.indicators.map((indicator, index) => {
      const { numerator, denominator, coverage } = source.figures.indicators[index]!
      return { code: indicator.code, numerator, denominator, coverage, counts: [indicator.numerator, indicator.denominator] }
    }),
    fields: Object.fromEntries(
      source.programme.fields.map(({ code }) => {
        const reported = summed.filter((unit) => countOf(unit.readings[code]) !== undefined).length
        return [code, { total: source.figures.fields[code] ?? null, coverage: { reported, expected: summed.length } }]
      }),
    ),
  }
}

const countOf = (reading: Reading | undefined): number | undefined => (reading ? countedValue(reading) : undefined)

function makeReadings(random: () => number, scale: number): Record<string, Reading> {
  const whole = (low: number, high: number): number => Math.floor((low + random() * (high - low)) * scale)
  const part = (of: number, low: number, high: number): number => Math.floor(of * (low + random() * (high - low)))
  const umTotal = whole(400, 9000)
  const wTotal = whole(300, 12_000)
  const ubState = whole(3, 14)
  const ubNonstate = whole(6, 60)
  const ubTotal = ubState + ubNonstate
  const ubPsu = part(ubState, 0.4, 0.9)
  const withSource = part(ubTotal, 0.5, 0.9)
  const entState = whole(0, 4)
  const entNonstate = whole(20, 300)
  const entUnion = part(entNonstate, 0.2, 0.5)
  const ucTotal = whole(20, 240)
  const cba = part(entUnion, 0.6, 0.95)
  const counts: Record<string, number> = {
    um_total: umTotal,
    um_informed: part(umTotal, 0.82, 1),
    um_introduced: part(withSource, 0.7, 1.6),
    um_admitted: part(withSource, 0.2, 0.6),
    w_total: wTotal,
    w_informed: part(wTotal, 0.75, 1),
    w_upskilled: part(wTotal, 0.5, 0.75),
    ub_total: ubTotal,
    ub_state: ubState,
    ub_nonstate: ubNonstate,
    ub_psu: ubPsu,
    ub_with_source: withSource,
    ub_state_dr: ubState,
    ub_nonstate_dr: part(ubNonstate, 0.7, 1),
    ub_psu_conf: part(ubPsu, 0.8, 1),
    ent_total: entState + entNonstate,
    ent_state: entState,
    ent_nonstate: entNonstate,
    ent_lt10: part(entNonstate, 0.1, 0.4),
    ent_union: entUnion,
    ent_nonstate_conf: part(entNonstate, 0.5, 0.8),
    ent_dialogue: part(entNonstate, 0.5, 0.8),
    ent_cba: cba,
    cba_new: part(cba, 0, 0.3),
    cba_registered: part(cba, 0, 0.3),
    uc_total: ucTotal,
    uc_trained: part(ucTotal, 0.85, 1),
    propaganda_sessions: whole(2, 30),
    propaganda_turns: whole(200, 9000),
    leader_dialogues: whole(0, 4),
  }
  const readings: Record<string, Reading> = Object.fromEntries(
    Object.entries(counts).map(([code, value]) => [code, { state: 'value', value }]),
  )
  if (random() < 0.08) readings['leader_dialogues'] = { state: 'nil', value: null }
  if (random() < 0.05) readings['cba_registered'] = { state: 'blank', value: null }
  if (random() < 0.04) readings['propaganda_turns'] = { state: 'unreadable', value: null }
  if (random() < 0.04) readings['ent_state'] = { state: 'not_applicable', value: null }
  return readings
}

function makeTexts(random: () => number, index: number, tasks: readonly string[]): Record<string, string> {
  const texts: Record<string, string> = {
    'mon.illegal_strikes': String(index % 40 === 3 ? 1 : 0),
    'mon.collective_disputes': index % 30 === 4 ? 'không phát sinh' : '0',
  }
  for (const task of tasks) if (random() > 0.06) texts[`nar.${task}`] = passages[Math.floor(random() * passages.length)]!
  if (random() > 0.05) {
    texts['mil.plan.number'] = `${10 + index}-KH/ĐU`
    texts['mil.plan.date'] = random() > 0.15 ? `${1 + (index % 28)}/02/2026` : '06/3/2026'
  }
  if (index % 26 === 2)
    Object.assign(texts, { 'prop.1.text': 'Bố trí kinh phí tập huấn cán bộ công đoàn cơ sở', 'prop.1.addressee': 'Tỉnh ủy' })
  if (index % 50 === 9)
    Object.assign(texts, {
      'prop.2.text': 'Sớm đầu tư nhà ở và thiết chế văn hóa cho công nhân khu công nghiệp',
      'prop.2.addressee': 'Ủy ban nhân dân tỉnh',
    })
  return texts
}

function pool(
  indicator: Indicator,
  units: readonly ReportUnit[],
  line: string,
): { numerator: number; denominator: number; coverage: Coverage } {
  const own = units.filter((unit) => unit.line === line)
  const counted = own.flatMap((unit) => {
    const top = countOf(unit.readings[indicator.numerator])
    const bottom = countOf(unit.readings[indicator.denominator])
    return top === undefined || bottom === undefined ? [] : [{ top, bottom }]
  })
  return {
    numerator: counted.reduce((sum, { top }) => sum + top, 0),
    denominator: counted.reduce((sum, { bottom }) => sum + bottom, 0),
    coverage: { reported: counted.length, expected: own.length },
  }
}

/** Good enough to print: bounds by the mean denominator, verdict by the bounds. The product's own rule is tested elsewhere. */
function consolidate(indicator: Indicator, units: readonly ReportUnit[], final: boolean): IndicatorFigures {
  const { numerator, denominator, coverage } = pool(indicator, units, 'territorial')
  const factor = indicator.form === 'percent' ? 100 : 1
  const open = coverage.expected - coverage.reported
  const extra = coverage.reported > 0 ? Math.ceil(denominator / coverage.reported) * open : 0
  const low = (numerator * factor) / (denominator + extra)
  const high = ((numerator + extra) * factor) / (denominator + extra)
  const verdict: Verdict =
    coverage.reported === 0
      ? 'no_data'
      : denominator === 0
        ? 'nil'
        : low >= indicator.threshold
          ? 'met'
          : high < indicator.threshold
            ? 'not_met'
            : 'undetermined'
  return {
    code: indicator.code,
    line: 'territorial',
    numerator,
    denominator,
    rate: denominator === 0 ? null : ((numerator * factor) / denominator).toFixed(4),
    target: indicator.threshold,
    verdict,
    final,
    coverage,
    bounds:
      denominator === 0
        ? { low: null, high: null, basis: 'none' }
        : { low: low.toFixed(4), high: high.toFixed(4), basis: open > 0 ? 'peer_max' : null },
  }
}
