import { z } from 'zod'
import { query, queryOf } from './call.ts'
import { count, fileId, sha256 } from './values.ts'

export const keptFile = z.strictObject({ file: fileId, name: z.string(), bytes: count })

export const files = {
  /** Those of the files that are there to be fetched; what is not there any more is left out. */
  listKept: queryOf('jobs')
    .input(z.strictObject({ files: z.array(fileId).max(50) }))
    .output(z.array(keptFile)),
  /** `bytes` is null while the file is a save target that nothing was written to yet, and for folders. */
  stat: query
    .input(z.strictObject({ file: fileId }))
    .output(z.strictObject({ file: fileId, name: z.string(), kind: z.enum(['input', 'output']), bytes: count.nullable() })),
  /**
   * A file that shows something said of a task or a shortcoming, checked against its hash; written to `target` where one is
   * given. Refuses with `paper.not_found | file_missing | file_changed`.
   */
  openEvidence: query
    .input(z.strictObject({ sha256, target: fileId.optional() }))
    .output(z.strictObject({ file: fileId, name: z.string() })),
}
