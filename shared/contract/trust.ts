import { z } from 'zod'
import { journalActions } from '../messages/journal.ts'
import { languages } from '../messages/text.ts'
import { command, params, query, queryOf, reference } from './call.ts'
import { count, fileId, id, instant, jobStarted, sha256, unitCode } from './values.ts'

export const auditResult = z.strictObject({
  ok: z.boolean(),
  entries: count,
  head: sha256.nullable(),
  checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})

/** What a check of the whole workspace looked at and found; the words are those of the side that shows it. */
export const auditReport = z.strictObject({
  ok: z.boolean(),
  entries: count,
  head: sha256.nullable(),
  /** The head that the journal was compared with, where one was given. */
  knownHead: sha256.nullable(),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      count,
      problems: z.array(z.strictObject({ code: z.string(), params })),
      /** How many problems are not in the list. */
      more: count,
    }),
  ),
})
export type AuditReport = z.infer<typeof auditReport>

/** The last check since the application was started. `actor` is null for the one that it makes by itself. */
export const auditState = z.strictObject({
  state: z.enum(['none', 'running', 'done', 'failed']),
  actor: z.string().nullable(),
  at: instant.nullable(),
  /** Of the last check that came to its end. */
  report: auditReport.nullable(),
  reference: reference.nullable(),
})
export type AuditState = z.infer<typeof auditState>

export const backupResult = z.strictObject({ sha256, bytes: count, file: fileId })

/** `params` are as the command recorded them; an action of a newer version may be unknown here. */
export const journalLine = z.strictObject({
  seq: z.int().min(1),
  machine: id,
  at: instant,
  actor: z.string(),
  action: z.string(),
  params: z.record(z.string(), z.unknown()),
  hash: sha256,
  unit: unitCode.nullable(),
})
export type JournalLine = z.infer<typeof journalLine>

/** `verified`: read back after it was written, byte for byte. `onOtherDrive` is null where nobody can know, as after a download. */
export const lastBackup = z.strictObject({
  at: instant,
  actor: z.string(),
  name: z.string(),
  bytes: count,
  sha256,
  verified: z.boolean(),
  onOtherDrive: z.boolean().nullable(),
})

export const trustRoot = z.strictObject({
  sha256,
  name: z.string(),
  validFrom: instant,
  validTo: instant,
  at: instant,
  actor: z.string(),
})

/** `ok` = the bytes are whole and every signer is trusted; a check's `ok` is null when it could not be judged. */
export const verification = z.strictObject({
  ok: z.boolean(),
  integrity: z.boolean(),
  trust: z.enum(['trusted', 'unknown', 'untrusted']),
  archive: z.enum(['match', 'differs', 'unknown']),
  checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean().nullable(), detail: z.string() })),
  /** The same in one sentence. */
  sentence: z.string(),
  /** The report that the file is, or says it is. */
  report: id.nullable(),
})

export type Verification = z.infer<typeof verification>

export const trust = {
  /** Of any bytes. Refuses with `verify.unreadable_file`, `file.not_found`. */
  verifyFile: queryOf('reports', 'workspace')
    .input(z.strictObject({ file: fileId, language: z.enum(languages) }))
    .output(verification),
  listRoots: queryOf('workspace').input(z.strictObject({})).output(z.array(trustRoot)),
  /** Pins every certificate of the file. Refuses with `trust.not_certificate | not_authority`. */
  addRoot: command('workspace')
    .input(z.strictObject({ file: fileId }))
    .output(z.array(trustRoot)),
  /** Refuses with `trust.not_found`. */
  removeRoot: command('workspace').input(z.strictObject({ sha256 })).output(trustRoot),
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
  /**
   * The same some lines at a time. `text` finds words of the sentence in `language`, without tones and case. `next` goes on
   * where this answer ends and is null after the oldest line; with a text or a unit an answer may hold fewer lines than asked
   * for, even none, and still go on.
   */
  entries: query
    .input(
      z.strictObject({
        from: z.string().optional(),
        to: z.string().optional(),
        actor: z.string().min(1).optional(),
        actions: z.array(z.enum(journalActions)).min(1).optional(),
        unit: unitCode.optional(),
        text: z.string().max(200).optional(),
        language: z.enum(languages),
        after: z.string().max(200).optional(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.strictObject({ entries: z.array(journalLine), next: z.string().nullable() })),
  /** Everybody who ever did anything, in Vietnamese order. */
  actors: query.input(z.strictObject({})).output(z.array(z.string())),
  /** `knownHead`: a journal head kept outside the workspace, the only thing the chain can be proved against. */
  audit: query.input(z.strictObject({ language: z.enum(languages), knownHead: sha256.optional() })).output(auditResult),
  /** The same as long work that can be watched and stopped; answers an `auditReport`. */
  startAudit: command('jobs')
    .input(z.strictObject({ knownHead: sha256.optional() }))
    .output(jobStarted),
  lastAudit: queryOf('workspace').input(z.strictObject({})).output(auditState),
  /** The newest backup that the journal knows of; null when none was made. */
  lastBackup: queryOf('workspace', 'jobs').input(z.strictObject({})).output(lastBackup.nullable()),
  backup: command('jobs')
    .input(z.strictObject({ target: fileId.optional() }))
    .output(jobStarted),
}
