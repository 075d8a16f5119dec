import type { Programme } from './programme.ts'

/** Indicators said, until series had breaks of their own, only whether what stands before 2026 may be compared with. */
type FormerIndicator = Programme['indicators'][number] & { comparableBefore2026?: boolean }
type Stored = Omit<Programme, 'indicators'> & { indicators: FormerIndicator[] }

const formerBreak = {
  from: '2026-01-01',
  reason: { vi: 'phạm vi và đối tượng tính đã thay đổi từ năm 2026', en: 'what is counted changed in 2026' },
}

/**
 * A programme from the JSON that a workspace keeps. What was stored in the former form stays stored so, under the hash that
 * the journal knows; it is read as the break of its series at 2026 that it meant: of all of them, and with them of every
 * count, or of those indicators alone that were said not to be comparable.
 */
export function readStoredProgramme(body: string): Programme {
  const { indicators, ...stored } = JSON.parse(body) as Stored
  const apart = indicators.filter(({ comparableBefore2026 }) => comparableBefore2026 === false).map(({ code }) => code)
  for (const indicator of indicators) delete indicator.comparableBefore2026
  const programme: Programme = { ...stored, indicators }
  if (apart.length === 0 || programme.breaks !== undefined) return programme
  return { ...programme, breaks: [apart.length === indicators.length ? formerBreak : { ...formerBreak, indicators: apart }] }
}
