import { formatCount, formatDecimal, type WrittenLanguage } from './format-number.ts'

/** As Windows says it: thousands are 1,024, one decimal from a megabyte on. */
export function formatBytes(bytes: number, language: WrittenLanguage): string {
  if (bytes < 1024 * 1024) return `${formatCount(Math.max(1, Math.round(bytes / 1024)), language)} KB`
  const [amount, unit] = bytes < 1024 ** 3 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024 ** 3, 'GB']
  return `${formatDecimal(amount.toFixed(1), language)} ${unit}`
}
