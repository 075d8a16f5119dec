import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideOutcomes, type Decision, type IdentifiedFile, type StandingVersion } from '../../../electron/import/decide-outcomes.ts'

const file = (path: string, contentSha256: string, more: Partial<IdentifiedFile> = {}): IdentifiedFile => ({
  path,
  sha256: `bytes of ${contentSha256}`,
  contentSha256,
  unit: 'u1',
  isInDoubt: false,
  ...more,
})
const version = (submission: string, contentSha256: string, more: Partial<StandingVersion> = {}): StandingVersion => ({
  submission,
  unit: 'u1',
  state: 'effective',
  sha256: `bytes of ${contentSha256}`,
  contentSha256,
  isVersion: true,
  ...more,
})
const outcomesOf = (decisions: readonly Decision[]): string[] =>
  decisions.map((one) => (one.outcome === 'held' ? `held ${one.why}` : one.outcome))

describe('decideOutcomes', () => {
  it('imports the only content of a unit, and counts equal contents as duplicates whatever their bytes', () => {
    const files = [file('b', 'A', { sha256: '2' }), file('a', 'A', { sha256: '1' })]
    expect(decideOutcomes(files, [], false)).toEqual([{ outcome: 'duplicate', of: { file: 1 } }, { outcome: 'imported' }])
  })

  it('[M47] holds all when one run brings several contents for a unit and none is effective', () => {
    expect(outcomesOf(decideOutcomes([file('a', 'A'), file('b', 'B'), file('c', 'A')], [], false))).toEqual([
      'held several',
      'held several',
      'duplicate',
    ])
  })

  it('[M47] holds a new content while others of the unit wait', () => {
    const standing = [version('s1', 'A', { state: 'held' }), version('s2', 'B', { state: 'held' })]
    expect(outcomesOf(decideOutcomes([file('c', 'C'), file('a', 'A')], standing, false))).toEqual(['held several', 'duplicate'])
  })

  it('[M46] holds what differs from the effective version, even if it equals an older one', () => {
    const standing = [version('s2', 'B')]
    expect(decideOutcomes([file('a', 'A'), file('b', 'B')], standing, false)).toEqual([
      { outcome: 'held', why: 'differs' },
      { outcome: 'duplicate', of: { submission: 's2' } },
    ])
  })

  it('[M51] keeps what comes after the closing apart, but knows a duplicate', () => {
    expect(outcomesOf(decideOutcomes([file('a', 'A'), file('b', 'B')], [version('s1', 'B')], true))).toEqual([
      'held after_close',
      'duplicate',
    ])
  })

  it('a file in doubt holds nobody else up', () => {
    const doubtful = file('x', 'X', { isInDoubt: true, unit: null })
    expect(
      outcomesOf(decideOutcomes([doubtful, file('a', 'A')], [version('s9', 'Z', { state: 'held', isVersion: false })], false)),
    ).toEqual(['held in_doubt', 'imported'])
  })

  it('[M48] the same bytes under a doubtful name are a duplicate of what counts or waits', () => {
    const doubtful = file('xa khac', 'A', { isInDoubt: true, unit: null })
    expect(outcomesOf(decideOutcomes([doubtful, file('z', 'A')], [], false))).toEqual(['duplicate', 'imported'])
    expect(outcomesOf(decideOutcomes([doubtful], [version('s1', 'A')], false))).toEqual(['duplicate'])
    expect(outcomesOf(decideOutcomes([doubtful, { ...doubtful, path: 'y' }], [], false))).toEqual(['held in_doubt', 'duplicate'])
  })

  const anyFile = fc
    .record({
      path: fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/'), minLength: 1, maxLength: 4 }),
      contentSha256: fc.constantFrom('A', 'B', 'C'),
      sha256: fc.constantFrom('1', '2', '3'),
      unit: fc.constantFrom('u1', 'u2'),
      isInDoubt: fc.boolean(),
    })
    .map((one): IdentifiedFile => ({ ...one, sha256: one.contentSha256 + one.sha256, unit: one.isInDoubt ? null : one.unit }))
  const files = fc.uniqueArray(anyFile, { maxLength: 8, selector: (one) => one.path })
  const anyStanding = fc
    .uniqueArray(
      fc.record({
        unit: fc.constantFrom('u1', 'u2'),
        contentSha256: fc.constantFrom('A', 'B', 'D'),
        isHeld: fc.boolean(),
        isVersion: fc.boolean(),
      }),
      { maxLength: 4, selector: (one) => `${one.unit} ${one.contentSha256}` },
    )
    .map((rows) => {
      const taken = new Set<string>()
      return rows.map((row, at): StandingVersion => {
        const isEffective = !row.isHeld && !taken.has(row.unit)
        if (isEffective) taken.add(row.unit)
        return {
          submission: `s${at}`,
          unit: row.unit,
          state: isEffective ? 'effective' : 'held',
          sha256: `${row.contentSha256}1`,
          contentSha256: row.contentSha256,
          isVersion: row.isVersion,
        }
      })
    })

  it('decides the same whatever the order of the files', () => {
    fc.assert(
      fc.property(files, anyStanding, fc.boolean(), fc.infiniteStream(fc.nat()), (list, standing, isClosed, order) => {
        const keys = list.map(() => order.next().value as number)
        const shuffled = list
          .map((one, at) => ({ one, key: keys[at]! }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const describeAll = (given: readonly IdentifiedFile[]) =>
          new Map(
            decideOutcomes(given, standing, isClosed).map((decision, at): [string, unknown] => [
              given[at]!.path,
              decision.outcome === 'duplicate' && 'file' in decision.of ? { of: given[decision.of.file]!.path } : decision,
            ]),
          )
        expect(describeAll(shuffled)).toEqual(describeAll(list))
      }),
    )
  })

  it('takes at most one content per unit into effect, and none where one counts or waits', () => {
    fc.assert(
      fc.property(files, anyStanding, fc.boolean(), (list, standing, isClosed) => {
        const decisions = decideOutcomes(list, standing, isClosed)
        const imported = list.filter((_, at) => decisions[at]!.outcome === 'imported')
        expect(new Set(imported.map((one) => one.unit)).size).toBe(imported.length)
        for (const one of imported) {
          expect(
            isClosed ||
              one.isInDoubt ||
              standing.some((other) => other.unit === one.unit && (other.state === 'effective' || other.isVersion)),
          ).toBe(false)
          expect(
            new Set(list.filter((other) => !other.isInDoubt && other.unit === one.unit).map((other) => other.contentSha256)).size,
          ).toBe(1)
        }
      }),
    )
  })

  it('loses nothing: every content that is not known counts or waits, once', () => {
    fc.assert(
      fc.property(files, anyStanding, fc.boolean(), (list, standing, isClosed) => {
        const decisions = decideOutcomes(list, standing, isClosed)
        const kept = list.filter((_, at) => decisions[at]!.outcome !== 'duplicate')
        decisions.forEach((decision, at) => {
          if (decision.outcome !== 'duplicate') return
          const { of } = decision
          const original = 'file' in of ? list[of.file]! : standing.find((one) => 'submission' in of && one.submission === of.submission)!
          expect('file' in of ? kept.includes(list[of.file]!) || list[at]!.isInDoubt : true).toBe(true)
          if (list[at]!.isInDoubt) expect(original.sha256).toBe(list[at]!.sha256)
          else expect([original.unit, original.contentSha256]).toEqual([list[at]!.unit, list[at]!.contentSha256])
        })
      }),
    )
  })
})
