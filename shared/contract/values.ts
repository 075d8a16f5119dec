import { z } from 'zod'

const hexDigits = (count: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${count}}$`))

export const id = hexDigits(32)
/** A staged file, folder or save target; paths never cross the contract. */
export const fileId = hexDigits(32)
export const sha256 = hexDigits(64)
export const isoDay = z.iso.date()
/** ISO with offset: stored instants are UTC, due times keep the zone they were given in. */
export const instant = z.iso.datetime({ offset: true })
export const count = z.int().min(0)
export const periodCode = z.string().min(1).max(80)
export const unitCode = z.string().min(1).max(120)
export const reason = z.string().trim().min(1).max(2000)
export const jobStarted = z.strictObject({ jobId: id })
/** A password: never stored, never in a job, a journal entry, a log or a message about a wrong input. */
export const secret = z.string().min(1).max(200)
