import { expect, it } from 'vitest'
import type { ReportUnit } from '../../../shared/domain/report.ts'
import { assembleMonitors } from '../../../shared/rules/assemble-monitors.ts'
import { withoutCitations } from '../../../shared/rules/cite-figure.ts'
import { makeReportSource } from '../../kit/report-source.ts'

/** What the report says of the number of disputes when the first communes write these and no other writes anything. */
function disputes(...written: readonly string[]): string {
  const source = makeReportSource({ communes: 10, missing: 0 })
  let next = 0
  const units = source.units.map((unit): ReportUnit => {
    const text = unit.line === 'territorial' ? written[next++] : undefined
    return { ...unit, texts: text === undefined ? {} : { 'mon.collective_disputes': text } }
  })
  const blocks = assembleMonitors({ ...source, units })
  const said = blocks.map((block) => (block.kind === 'paragraph' ? withoutCitations(block.runs.map(({ text }) => text).join('')) : ''))
  return said.find((text) => text.startsWith('- Tranh chấp lao động tập thể'))!.replace('- Tranh chấp lao động tập thể: ', '')
}

it('reads the counts of monitors as any count is read, and adds them', () => {
  expect(disputes('02', '3 vụ', '1.250', 'không', '-', '0', '4', '1', '05 cuộc', '0 phát sinh')).toBe('1.265 vụ.')
})

it('adds nothing of what is no clear count, and says of how many units that is so', () => {
  expect(disputes('02', 'khoảng 5', '1,234', '1,5')).toBe('02 vụ (1/10 đơn vị có số liệu; 03 đơn vị báo cáo bằng lời).')
  expect(disputes('vài vụ nhỏ')).toBe('chưa có số liệu (01 đơn vị báo cáo bằng lời).')
})

it('does not wait for units whose business it is not, nor take a promise for words', () => {
  expect(disputes('2', 'x', 'không áp dụng', '…')).toBe('02 vụ (1/8 đơn vị có số liệu).')
  expect(disputes()).toBe('chưa có số liệu.')
})
