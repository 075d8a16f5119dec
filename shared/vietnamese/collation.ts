let collator: Intl.Collator | undefined

/** Vietnamese order: a ă â … d đ … with tones ngang huyền hỏi ngã sắc nặng; digits by value. Ties (NFD twins) by code. */
export function compareVietnamese(left: string, right: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true })
  return collator.compare(left, right) || (left < right ? -1 : left > right ? 1 : 0)
}
