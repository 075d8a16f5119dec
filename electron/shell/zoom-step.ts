type Key = { type: string; key: string; control: boolean; meta: boolean; alt: boolean }

const largest = 4
const smallest = -2

/** The next zoom level after a key (Ctrl with + - 0), undefined for every other key. A level is a factor of 1.2; 4 is about 200 %. */
export function zoomAfter(level: number, { type, key, control, meta, alt }: Key): number | undefined {
  if (type !== 'keyDown' || alt || !(control || meta)) return undefined
  if (key === '0') return 0
  if (key === '+' || key === '=') return Math.min(largest, level + 1)
  if (key === '-' || key === '_') return Math.max(smallest, level - 1)
  return undefined
}
