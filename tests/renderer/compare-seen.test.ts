import { describe, expect, it } from 'vitest'
import { describeChanges, readSeen, takeSeen } from '../../renderer/features/overview/compare-seen.ts'
import { sampleIndicator, sampleOverview } from './overview-fixture.ts'

const at = '2026-06-20T03:00:00.000Z'
const before = sampleOverview({
  indicators: [sampleIndicator({ code: 'a', shown: '89.9', verdict: 'undetermined' }), sampleIndicator({ code: 'b' })],
})

describe('what changed since it was seen', () => {
  it('is nothing at first', () => {
    expect(describeChanges(before, takeSeen(before, at), 'vi')).toEqual([])
  })

  it('is old → new for each indicator that moved, then for what was sent and found', () => {
    const now = sampleOverview({
      indicators: [
        sampleIndicator({ code: 'a', shown: '90.2', verdict: 'met' }),
        sampleIndicator({ code: 'b' }),
        sampleIndicator({ code: 'c' }),
      ],
      register: { ...before.register, received: before.register.received + 1 },
      findings: { ...before.findings, blocking: before.findings.blocking + 2 },
    })
    const lines = describeChanges(now, takeSeen(before, at), 'vi')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^Một: 89,9% → 90,2% \(.+\)$/)
    expect(lines[1]).toMatch(/^Báo cáo đã nhận: \d+ → \d+$/)
    expect(lines[2]).toMatch(/^Phải xử lý trước khi trình: \S+ → \S+$/)
    expect(describeChanges(now, takeSeen(before, at), 'en')[0]).toContain('89.9% → 90.2%')
  })

  it('is remembered as it was written, and what another program wrote is nobody’s memory', () => {
    const seen = takeSeen(before, at)
    expect(readSeen(JSON.stringify(seen))).toEqual(seen)
    for (const text of [null, '', '{', 'null', '[]', '{"at":1}', '{"at":"x","indicators":{}}']) expect(readSeen(text)).toBeUndefined()
  })
})
