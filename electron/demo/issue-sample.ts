import { createRouterClient } from '@orpc/server'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import { createEngine, type EngineOptions } from '../engine/engine.ts'
import certificates from './sample-certificates.json' with { type: 'json' }

const people = { reviewer: 'Nguyễn Thị Mai', leader: 'Trần Quốc Toản', registrar: 'Phạm Thị Hoa' }
const number = 127
const days = { submit: '2026-06-29T02:40:00.000Z', issue: '2026-06-30T02:00:00.000Z' }

export type SampleOrder = Pick<EngineOptions, 'clock' | 'newId'> & {
  workspace: string
  report: Id
  /** Who built it. */
  actor: string
  setClock: (instant: Instant) => void
  /** The issued paper. */
  target: string
  /** For everything else: what was submitted and signed, the verification slip, the certificates. */
  papers: string
}

/**
 * The sample's report on its whole road: four people, two signatures with keys that everybody knows, so that every run gives the
 * same bytes.
 */
export async function issueSample({
  workspace,
  report,
  actor,
  clock,
  newId,
  setClock,
  target,
  papers,
}: SampleOrder): Promise<{ sha256: string }> {
  await mkdir(papers, { recursive: true })
  const at = (name: string): string => join(papers, name)
  for (const [name, content] of [
    ['chung-thu-goc-mau.pem', certificates.root],
    ['lanh-dao-mau.p12', certificates.person],
    ['co-quan-mau.p12', certificates.office],
  ] as const)
    await writeFile(at(name), Buffer.from(content, 'base64'))

  type Desk = {
    client: ReturnType<typeof clientOf>
    input: (path: string) => Id
    output: (path: string) => Id
    wait: (started: { jobId: Id }) => Promise<void>
  }
  const clientOf = (engine: ReturnType<typeof createEngine>) => createRouterClient(engine.router, { context: engine.context })
  const done = async (engine: ReturnType<typeof createEngine>, { jobId }: { jobId: Id }): Promise<void> => {
    const { state, error } = await engine.context.jobs.wait(jobId)
    if (state !== 'done') throw new Error(`the sample’s report was not taken further: ${JSON.stringify(error)}`)
  }
  const as = async <Result>(who: string, work: (desk: Desk) => Promise<Result>): Promise<Result> => {
    const engine = createEngine({
      directory: workspace,
      mode: 'write',
      actor: who,
      ...(clock ? { clock } : {}),
      ...(newId ? { newId } : {}),
    })
    try {
      const { staging } = engine.context
      return await work({
        client: clientOf(engine),
        input: (path) => staging.addInput(path),
        output: (path) => staging.addOutput(path),
        wait: (started) => done(engine, started),
      })
    } finally {
      await engine.close()
    }
  }

  await as(people.reviewer, ({ client }) => client.reports.review({ report }))
  setClock(days.submit)
  await as(actor, async ({ client, output, wait }) => {
    const { blockers } = await client.reports.road({ report })
    const isBlocked = blockers.some(({ code }) => code === 'blocked')
    const reservations = 'Dữ liệu mẫu giữ lại một số chênh lệch để xem thử.'
    await wait(await client.reports.submit({ report, ...(isBlocked ? { reservations } : {}) }))
    await client.reports.reprint({ report, target: output(at('ban-trinh.pdf')) })
  })
  await as(people.leader, async ({ client, input, output, wait }) => {
    await wait(await client.reports.approve({ report, reservations: 'Đồng ý; các chênh lệch còn lại xử lý ở kỳ sau.' }))
    const { password } = certificates
    await client.reports.sign({ report, certificate: input(at('lanh-dao-mau.p12')), password, target: output(at('ban-da-ky.pdf')) })
  })
  setClock(days.issue)
  return as(people.registrar, async ({ client, input, output }) => {
    await client.trust.addRoot({ file: input(at('chung-thu-goc-mau.pem')) })
    await client.reports.issue({ report, number, day: '2026-06-30' })
    const { password } = certificates
    const { sha256 } = await client.reports.sign({ report, certificate: input(at('co-quan-mau.p12')), password, target: output(target) })
    await client.reports.slip({ report, target: output(at('phieu-kiem-chung.pdf')) })
    return { sha256 }
  })
}
