type Given = { number: number; type: string; symbol: string }

/** `127-BC/TU`, as it stands on the paper; what was made elsewhere has no symbol of this office. */
export const symbolOf = ({ number, type, symbol }: Given): string =>
  `${String(number).padStart(2, '0')}-${type}${symbol === '' ? '' : `/${symbol}`}`
