import { readFile, stat } from 'node:fs/promises'
import { changesSince, unread, verifyPdf } from '../sign/verify-pdf.ts'
import { serveTasks } from './serve-tasks.ts'

/** Far above any paper; whatever is larger was not made by an office. */
const largestBytes = 256 * 1_048_576

serveTasks<'verify-pdf'>({
  async verify_pdf({ path, roots, since }) {
    const { size } = await stat(path)
    if (size > largestBytes) return { verdict: { ...unread, readable: 'too_large', tail: size }, added: undefined }
    const bytes = await readFile(path)
    return { verdict: verifyPdf(bytes, roots), added: since === undefined ? undefined : changesSince(bytes, since) }
  },
})
