/** Ids are random 128-bit, written as 32 hex digits. */
export type Id = string
/** ISO instant in UTC with milliseconds, e.g. 2026-06-17T09:30:00.000Z. */
export type Instant = string
