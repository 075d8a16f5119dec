import { performance } from 'node:perf_hooks'
import { readAtOnce } from '../../electron/store/one-moment.ts'
import { findCopies, type Copy } from '../../shared/rules/narratives/find-copies.ts'
import { printNarrative, type NarrativePrint } from '../../shared/rules/narratives/narrative-print.ts'
import { readSyllables } from '../../shared/rules/narratives/read-syllables.ts'
import { countShared, listShingles, sortedOnce } from '../../shared/rules/narratives/shingles.ts'
import { changeWords, writeNarrative } from '../kit/narrative-corpus.ts'
import { seededRandom } from '../kit/seeded-random.ts'
import type { BenchReport } from './harness.ts'

const [units, tasks] = [5000, 16]
const changed = [0, 3, 8, 15] as const
/** Planted copies per task, as many of each kind. */
const planted = 40

/** Copies among 5,000 units × 16 narratives: the time of a check from what was kept, what it finds of planted copies, what it finds that is none. */
export default async function copies(report: BenchReport): Promise<void> {
  const draw = seededRandom(58)
  const all = Array.from({ length: tasks }, () => {
    const texts = Array.from({ length: units }, () => writeNarrative(draw, 60 + Math.floor(draw() * 160)))
    const pairs = new Map<number, { of: number; percent: number }>()
    changed.forEach((percent, kind) => {
      for (let index = 0; index < planted; index++) {
        const [of, copy] = [kind * planted + index, units - 1 - (kind * planted + index)]
        texts[copy] = changeWords(draw, texts[of]!, percent)
        pairs.set(copy, { of, percent })
      }
    })
    return { texts, pairs }
  })
  const printing = performance.now()
  const printed = all.map(({ texts }) => texts.map((text): NarrativePrint => printNarrative('tsk', text)))
  const perText = ((performance.now() - printing) * 1000) / (units * tasks)

  const start = performance.now()
  const found = all.map(({ texts }, task) =>
    readAtOnce(
      findCopies({ prints: printed[task]!, reference: new Set(), textOf: (owner) => texts[owner]!, copyPercent: 30, fewestSyllables: 15 }),
    ),
  )
  const ms = performance.now() - start

  const hits = new Map<number, number>(changed.map((percent) => [percent, 0]))
  let falsePairs = 0
  found.forEach((some, task) => {
    const { pairs } = all[task]!
    const isPlanted = ({ owner, other }: Copy): boolean => pairs.get(owner)?.of === other || pairs.get(other)?.of === owner
    for (const copy of some) {
      const percent = pairs.get(copy.owner)?.percent
      if (!isPlanted(copy)) falsePairs++
      else if (percent !== undefined) hits.set(percent, hits.get(percent)! + 1)
    }
  })
  const recall = (percent: number): number => (hits.get(percent)! * 100) / (planted * tasks)
  const brute = bruteForceMs(all[0]!.texts)
  report.add({
    job: `copies among ${units} units × ${tasks} narratives`,
    ours: `${ms.toFixed(0)} ms`,
    peer: `limit 2 s; every pair by Jaccard ${(brute / 1000).toFixed(0)} s`,
    ratio: 2000 / ms,
    must: 1,
    stretch: 2,
  })
  for (const [percent, must] of [
    [0, 100],
    [3, 93],
    [8, 90],
  ] as const)
    report.add({
      job: `recall at ${percent} % of words changed`,
      ours: `${recall(percent).toFixed(1)} %`,
      peer: `wanted ${must} %`,
      ratio: recall(percent) / must,
      must: 1,
      stretch: null,
    })
  report.add({
    job: 'pairs that are no copies',
    ours: String(falsePairs),
    peer: 'none wanted',
    ratio: falsePairs === 0 ? 1 : 0,
    must: 1,
    stretch: null,
  })
  report.note(`recall at 15 % of words changed: ${recall(15).toFixed(1)} %; a text is printed in ${perText.toFixed(1)} µs`)
}

/** What comparing every pair under every heading would take, from a part of the pairs of one. */
function bruteForceMs(texts: readonly string[]): number {
  const some = texts.slice(0, 400).map((text) => sortedOnce(listShingles(readSyllables(text))))
  const start = performance.now()
  let shared = 0
  for (const [index, own] of some.entries()) for (const other of some.slice(index + 1)) shared += countShared(own, other)
  if (shared < 0) throw new Error('never')
  const pairs = (some.length * (some.length - 1)) / 2
  return ((performance.now() - start) / pairs) * ((units * (units - 1)) / 2) * tasks
}
