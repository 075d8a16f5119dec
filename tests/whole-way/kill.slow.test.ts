import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { seededRandom } from '../kit/seeded-random.ts'
import { describeWithTools } from '../kit/system-tools.ts'
import { fillTemplates, openPeriods, period, type FilledSet } from './filled-set.ts'
import { ask, runTonghop, sharedFolder, startTonghop } from './tonghop.ts'

const kills = 10

describeWithTools(['python3-openpyxl'], 'an import killed at any moment', () => {
  const folder = sharedFolder()
  const at = (...parts: string[]): string => join(folder, ...parts)
  let set: FilledSet
  let undisturbed: string
  let length: number

  beforeAll(async () => {
    await openPeriods(at('opened'))
    set = await fillTemplates(at('opened'), period, at('main'), { seed: 9, share: 0.9, every: 3 })
    cpSync(at('opened'), at('undisturbed'), { recursive: true })
    const began = performance.now()
    await ask(at('undisturbed'), ['import', at('main', 'arrived'), '--period', period])
    length = performance.now() - began
    undisturbed = (await runTonghop(at('undisturbed'), 'figures', '--period', period)).out
    expect(JSON.parse(undisturbed)).toEqual(set.now.province)
  })

  const random = seededRandom(20_260_620)
  const chains = Array.from({ length: 2 }, (_, chain) => [chain, Array.from({ length: kills / 2 }, () => random())] as const)

  it.each(chains)(
    'chain %i: after each kill the store verifies; the next import completes, figures as if undisturbed',
    async (chain, moments) => {
      const data = at(`killed-${chain}`)
      cpSync(at('opened'), data, { recursive: true })
      for (const moment of moments) {
        const child = startTonghop(data, ['import', at('main', 'arrived'), '--period', period])
        const timer = setTimeout(() => child.kill('SIGKILL'), moment * length)
        await once(child, 'close')
        clearTimeout(timer)
        expect(await ask(data, ['verify', '--audit'])).toMatchObject({ ok: true })
      }
      const { totals } = await ask<{ totals: Record<string, number> }>(data, ['import', at('main', 'arrived'), '--period', period])
      const sent = Object.keys(set.files).filter((code) => !set.missing.includes(code)).length
      expect(totals).toMatchObject({ held: 0, rejected: 0, attached: 0 })
      expect(totals['imported']! + totals['duplicate']!).toBe(sent)
      expect((await runTonghop(data, 'figures', '--period', period)).out).toBe(undisturbed)
      expect(await ask(data, ['verify', '--audit'])).toMatchObject({ ok: true })
    },
  )
})
