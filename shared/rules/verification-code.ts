/** Signs that nobody takes for one another on paper (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7K3M-Q9ZT`: forty bits of a hash (hex), to be typed from a printed verification slip. */
export function verificationCode(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 10)}`)
  const code = Array.from({ length: 8 }, (_, place) => signs[Number((bits >> BigInt(5 * (7 - place))) & 31n)]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** As it may be typed: any case, with or without the hyphen, O for nought and I or L for one. */
export function readVerificationCode(typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
