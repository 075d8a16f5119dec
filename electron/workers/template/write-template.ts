import type { TemplateAnswers, TemplateOrder } from '../../../shared/domain/template.ts'
import { writeCommunesSheet } from './communes-sheet.ts'
import { addCover, writeCover } from './cover-sheet.ts'
import { Draft } from './draft.ts'
import { writeFiguresSheet } from './figures-sheet.ts'
import { writeIdentitySheet, writeUnitsSheet } from './identity-sheet.ts'
import { writeMilestonesSheet } from './milestones-sheet.ts'
import { writeNarrativesSheet } from './narratives-sheet.ts'
import { writeProposalsSheet } from './proposals-sheet.ts'
import { repack } from './repack.ts'
import { writeShortcomingsSheet } from './shortcomings-sheet.ts'
import { freeGuessedHeights } from './row-height.ts'

/**
 * The workbook of one order, with the given answers in its input cells. Equal orders and answers give equal bytes:
 * every date inside is the day the period was opened.
 */
export async function writeTemplate(order: TemplateOrder, answers: TemplateAnswers = {}): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const openedAt = new Date(order.period.openedAt)
  workbook.creator = 'Tổng Hợp'
  workbook.lastModifiedBy = 'Tổng Hợp'
  workbook.created = openedAt
  workbook.modified = openedAt
  workbook.title = `${order.programme.shortTitle.vi} · ${order.period.code}${order.unit ? ` · ${order.unit.name}` : ''}`
  workbook.views = [{ x: 0, y: 0, width: 21_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]

  const draft = new Draft(workbook, order, answers)
  const cover = addCover(draft)
  const figures = await writeFiguresSheet(draft)
  const narratives = await writeNarrativesSheet(draft)
  await writeProposalsSheet(draft)
  await writeMilestonesSheet(draft)
  if (order.shortcomings && order.shortcomings.length > 0) await writeShortcomingsSheet(draft, order.shortcomings)
  if (draft.ask.perCommuneRows && order.unit) await writeCommunesSheet(draft)
  await writeIdentitySheet(draft)
  if (!order.unit) await writeUnitsSheet(draft)
  await writeCover(draft, cover, figures, narratives)
  draft.refuseLeftovers()
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return repack(new Uint8Array(stored), (name, part) =>
    name.startsWith('xl/worksheets/') ? Buffer.from(freeGuessedHeights(part.toString('utf8'))) : part,
  )
}
