import type { Unit } from '../domain/unit.ts'
import { plainAscii } from '../vietnamese/plain-ascii.ts'

/** `BC_H1-2026_11953_Phuong-Pho-Hien.xlsx`: period, the last part of the unit's code, its name without tones. */
export function templateFileName(periodCode: string, unit: Pick<Unit, 'code' | 'name'> | null): string {
  if (!unit) return `BC_${plainAscii(periodCode)}_Dung-chung.xlsx`
  const place = unit.name.normalize('NFC').replace(/^Đảng ủy (?=phường |xã )/u, '')
  const name = plainAscii(place.charAt(0).toUpperCase() + place.slice(1)).slice(0, 60)
  return `BC_${plainAscii(periodCode)}_${plainAscii(unit.code.slice(unit.code.lastIndexOf('.') + 1))}_${name}.xlsx`
}
