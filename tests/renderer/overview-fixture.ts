import type { Overview, OverviewIndicator } from '../../shared/contract/overview.ts'

export const sampleIndicator = (over: Partial<OverviewIndicator> = {}): OverviewIndicator => ({
  code: 'ind.one',
  line: 'territorial',
  numerator: 900,
  denominator: 1000,
  rate: '90.0000',
  target: 90,
  verdict: 'met',
  final: false,
  coverage: { reported: 104, expected: 104 },
  bounds: { low: '90.0000', high: '90.0000', basis: null },
  shortLabel: { vi: 'Một', en: 'One' },
  label: { vi: 'Chỉ tiêu một', en: 'Indicator one' },
  form: 'percent',
  sense: 'at_least',
  binding: 'target',
  shown: '90.0',
  shortfall: null,
  allUnsent: true,
  ...over,
})

export const sampleOverview = (over: Partial<Overview> = {}): Overview => ({
  period: {
    code: '2026-H1',
    from: '2025-12-15',
    to: '2026-06-14',
    cutOff: '2026-06-14',
    dueAt: '2026-06-17T09:30:00.000Z',
    endsYear: false,
    state: 'open',
    openedAt: '2026-05-18T08:00:00.000Z',
    programmeVersion: 1,
  },
  indicators: [sampleIndicator()],
  register: { expected: 108, received: 108, onTime: 100, late: 8, pending: 0, unsent: 0 },
  findings: { blocking: 0, warning: 0, info: 0 },
  disputes: [],
  waiting: 0,
  drafts: 0,
  ...over,
})
