const megabyte = 1_048_576

/** What an honest submission never reaches: the largest of the public workbooks tried had an inflation ratio of 12. */
export const limits = {
  fileBytes: 20 * megabyte,
  entries: 500,
  entryBytes: 64 * megabyte,
  totalBytes: 128 * megabyte,
  ratio: 200,
  /** Parts up to this size may have any ratio: a short part of spaces is harmless. */
  ratioFreeBytes: megabyte,
  cells: 200_000,
  /** Characters of all texts and formulas handed over: one shared string may be pointed at by every cell. */
  characters: 16 * megabyte,
  sharedStrings: 500_000,
  merges: 10_000,
  definedNames: 20_000,
  sheets: 300,
  rows: 1_048_576,
  columns: 16_384,
  /** Tags, texts and comments of one part: bounds the time, empty cells included. */
  tokens: 6_000_000,
  depth: 100,
  attributes: 200,
} as const
