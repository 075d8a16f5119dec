import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'

export type TableStyles = { cell: TypeStyle; head: TypeStyle; strong: TypeStyle; note: TypeStyle }

/** Points between a vertical rule and the text. */
export const cellPadding = 3
