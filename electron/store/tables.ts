/** Tables as Kysely sees them: only what queries of varying shape read. */
export type Tables = {
  journal_entry: {
    machine: string
    seq: number
    at: string
    actor: string
    action: string
    params: string
    rows: string
    previous: string
    hash: string
  }
  submission: { id: string; unit: number | null }
  unit: { key: number; code: string }
}
