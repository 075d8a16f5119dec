import { z } from 'zod'
import { languages } from '../messages/text.ts'
import { command, query } from './call.ts'
import { count, fileId, jobStarted, sha256 } from './values.ts'

export const auditResult = z.strictObject({
  ok: z.boolean(),
  entries: count,
  head: sha256.nullable(),
  checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})

export const backupResult = z.strictObject({ sha256, bytes: count, file: fileId })

export const trust = {
  /** `knownHead`: a journal head kept outside the workspace, the only thing the chain can be proved against. */
  audit: query.input(z.strictObject({ language: z.enum(languages), knownHead: sha256.optional() })).output(auditResult),
  backup: command('jobs').input(z.strictObject({ target: fileId.optional() })).output(jobStarted),
}
