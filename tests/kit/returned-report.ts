import type { ReturnedParagraph, ReturnedReport } from '../../shared/domain/returned-report.ts'
import type { ReportModel, Run } from '../../shared/domain/report.ts'
import { closingKey } from '../../shared/rules/list-paragraphs.ts'
import { keyProperties, markName } from '../../shared/rules/word/paragraph-mark.ts'

/** What a Word file of this report says when nobody edited it. */
export function returnedOf({ documentType, subject, blocks, closing }: ReportModel): ReturnedReport {
  const lines = Map.groupBy(
    blocks.flatMap((block) => ('key' in block && block.key !== undefined ? [block.key] : [])),
    (key) => key,
  )
  const written = new Map<string, number>()
  const plain = (text: string, isHeading = false): ReturnedParagraph => ({ runs: [{ text }], marks: [], isHeading, isListed: false })
  const markOf = (key: string, text: string): string => {
    const line = (written.get(key) ?? 0) + 1
    written.set(key, line)
    return markName(key, text, line, lines.get(key)?.length ?? 1)
  }
  const keyed = (key: string, runs: readonly Run[]): ReturnedParagraph => ({
    ...plain(''),
    runs: runs.map(({ text, figure }) => (figure === undefined ? { text } : { text, tag: figure })),
    marks: [markOf(key, runs.map(({ text }) => text).join(''))],
  })
  const keys = blocks.flatMap((block) => ('key' in block && block.key !== undefined ? [block.key] : []))
  return {
    properties: Object.fromEntries(keyProperties([...keys, closingKey]).map(({ name, value }) => [name, value])),
    paragraphs: [
      ...[documentType, ...subject].map((text) => plain(text)),
      ...blocks.flatMap((block): ReturnedParagraph[] => {
        if (block.kind === 'heading') return [plain(block.text, true)]
        if (block.kind === 'paragraph') return [keyed(block.key!, block.runs)]
        if (block.kind === 'bars') return [plain(block.legend)]
        return block.kind === 'table' ? [] : [keyed(block.key!, [{ text: block.text }])]
      }),
      keyed(closingKey, [{ text: closing }]),
    ],
    cells: [],
  }
}
