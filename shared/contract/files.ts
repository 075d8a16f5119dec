import { z } from 'zod'
import { query } from './call.ts'
import { count, fileId } from './values.ts'

export const files = {
  /** `bytes` is null while the file is a save target that nothing was written to yet, and for folders. */
  stat: query
    .input(z.strictObject({ file: fileId }))
    .output(z.strictObject({ file: fileId, name: z.string(), kind: z.enum(['input', 'output']), bytes: count.nullable() })),
}
