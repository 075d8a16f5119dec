import type { Id } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** What a unit wrote of an earlier shortcoming in its workbook, in the version that counts; '' where it left the cell empty. */
export type ShortcomingReply = { note: Id; period: string; unit: string; result: string; evidence: string }

/** Oldest period first. */
export function listShortcomingReplies(store: Store): ShortcomingReply[] {
  const rows = store
    .prepare<[], { name: string; text: string; period: string; unit: string }>(
      `SELECT t.name, t.text, p.code AS period, u.code AS unit FROM submission s JOIN text_input t ON t.submission = s.key AND t.name >= 'sht.' AND t.name < 'sht/'
       JOIN period p ON p.key = s.period JOIN unit u ON u.key = s.unit WHERE s.state = 'effective' ORDER BY p.cut_off, t.name`,
    )
    .all()
  const replies = new Map<string, ShortcomingReply>()
  for (const { name, text, period, unit } of rows) {
    const [, note, part] = /^sht\.([0-9a-f]{32})\.(result|evidence)$/.exec(name) ?? []
    if (note === undefined) continue
    const key = `${note} ${period} ${unit}`
    const reply = replies.get(key) ?? { note, period, unit, result: '', evidence: '' }
    replies.set(key, part === 'result' ? { ...reply, result: text } : { ...reply, evidence: text })
  }
  return [...replies.values()]
}
