import type { Worksheet } from 'exceljs'

/** Folded rows keep their names and stay open to input; a line above says how to show them. */
export function fold(sheet: Worksheet, first: number, last: number): void {
  sheet.properties.outlineLevelRow = 1
  for (let row = first; row <= last; row++) {
    sheet.getRow(row).outlineLevel = 1
    sheet.getRow(row).hidden = true
  }
}

export const romanNumeral = (value: number): string =>
  (['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const)[value - 1] ?? String(value)

export const isEmpty = (value: string | number | undefined): boolean => value === undefined || value === ''
