import { fillText, type Language, type Text } from '../../shared/messages/text.ts'
import type { Column } from './format-table.ts'

/** Columns by their heads; the first ones give way where the line is short. */
export const tableColumns = (heads: readonly Text[], wrapping: number, language: Language): Column[] =>
  heads.map((head, at): Column => (at < wrapping ? { head: fillText(head, language), wraps: true } : { head: fillText(head, language) }))
