import { AppError } from '../../shared/errors.ts'

const kinds: readonly { ending: string; begins: readonly number[] }[] = [
  { ending: '.pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { ending: '.png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { ending: '.jpg', begins: [0xff, 0xd8, 0xff] },
  { ending: '.tif', begins: [0x49, 0x49, 0x2a, 0x00] },
  { ending: '.tif', begins: [0x4d, 0x4d, 0x00, 0x2a] },
]

/** By what the bytes are, not by the name. Refuses with `report.scan_unreadable`. */
export function scanEnding({ bytes, name }: { bytes: Uint8Array; name: string }): string {
  const kind = kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))
  if (!kind) throw new AppError('report.scan_unreadable', { file: name })
  return kind.ending
}
