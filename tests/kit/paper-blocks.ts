import type { DocumentBlock, PlainDocument } from '../../shared/domain/document.ts'

/** Blocks of a paper written short: a text, a heading with its level, or the rows of a table. */
export type ShortBlock =
  | string
  | { heading: string; level: number }
  | { lead: string; text: string }
  | { rows: readonly (readonly string[])[] }

/** The blocks as the reader of Word files gives them; lines that begin with a dash are items of a list. */
export function paperOf(...short: readonly ShortBlock[]): PlainDocument {
  return { blocks: short.map((block, index) => toBlock(block, index + 1)) }
}

function toBlock(block: ShortBlock, place: number): DocumentBlock {
  const common = { place, marker: null, lead: null, encoding: null }
  if (typeof block === 'string')
    return block.startsWith('- ')
      ? { ...common, kind: 'list_item', level: 1, marker: '-', text: block.slice(2) }
      : { ...common, kind: 'paragraph', text: block }
  if ('heading' in block) return { ...common, kind: 'heading', level: block.level, by: 'look', text: block.heading }
  if ('lead' in block) return { ...common, kind: 'paragraph', lead: block.lead, text: `${block.lead} ${block.text}` }
  return { kind: 'table', place, rows: block.rows, encoding: null }
}

export const letterhead = {
  rows: [['ĐẢNG BỘ TỈNH HƯNG YÊN\nĐẢNG ỦY XÃ TIÊN LA\n*\nSố 15 - BC/ĐU', 'ĐẢNG CỘNG SẢN VIỆT NAM\nTiên La, ngày 10 tháng 6 năm 2026']],
}
export const signBlock = {
  rows: [['Nơi nhận:\n- Ban Tuyên giáo và Dân vận Tỉnh ủy,\n- Lưu VP.', 'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\n\nNguyễn Văn An']],
}
