import { z } from 'zod'
import { journalActions } from '../messages/journal.ts'
import { languages } from '../messages/text.ts'
import { command, query } from './call.ts'
import { count, fileId, id, instant, jobStarted, sha256, unitCode } from './values.ts'

export const auditResult = z.strictObject({
  ok: z.boolean(),
  entries: count,
  head: sha256.nullable(),
  checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})

export const backupResult = z.strictObject({ sha256, bytes: count, file: fileId })

/** `params` are as the command recorded them; an action of a newer version may be unknown here. */
const journalLine = z.strictObject({
  seq: z.int().min(1),
  machine: id,
  at: instant,
  actor: z.string(),
  action: z.string(),
  params: z.record(z.string(), z.unknown()),
  hash: sha256,
  unit: unitCode.nullable(),
})

export const trust = {
  /** Newest first; days are days in Vietnam, both inclusive. */
  journal: query
    .input(
      z.strictObject({
        from: z.string().optional(),
        to: z.string().optional(),
        actor: z.string().min(1).optional(),
        action: z.enum(journalActions).optional(),
        unit: unitCode.optional(),
        limit: z.int().min(1).optional(),
      }),
    )
    .output(z.array(journalLine)),
  /** `knownHead`: a journal head kept outside the workspace, the only thing the chain can be proved against. */
  audit: query.input(z.strictObject({ language: z.enum(languages), knownHead: sha256.optional() })).output(auditResult),
  backup: command('jobs')
    .input(z.strictObject({ target: fileId.optional() }))
    .output(jobStarted),
}
