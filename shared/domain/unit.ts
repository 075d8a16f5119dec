import type { SourceLine } from './programme.ts'

/** Who reports. `code` is stable (`org.du_xa.11953`); `rank` is the protocol order; names change, codes do not. */
export type Unit = {
  code: string
  name: string
  /** Peer group, e.g. `phuong`, `xa`, `ldld`. */
  kind: string
  line: SourceLine
  parent: string | null
  rank: number
  validFrom: string | null
  validTo: string | null
  aliases: readonly string[]
}
