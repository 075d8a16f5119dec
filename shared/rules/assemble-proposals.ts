import type { Block, ReportSource } from '../domain/report.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'
import { nameKey, tidyText } from '../vietnamese/text-key.ts'
import { sentence } from './report-wording.ts'

type Proposal = { text: string; addressee: string; units: string[] }

/** Distinct proposals by addressee, in the order in which they first came; the same text from several units stands once. */
export function assembleProposals({ units }: ReportSource): Block[] {
  const byKey = new Map<string, Proposal>()
  for (const unit of units)
    for (const [name, raw] of Object.entries(unit.texts)) {
      const match = /^prop\.(\d+)\.text$/.exec(name)
      const text = tidyText(raw)
      if (!match || text === '') continue
      const addressee = tidyText(unit.texts[`prop.${match[1]}.addressee`] ?? '') || 'Cấp có thẩm quyền'
      const key = `${nameKey(addressee)}\n${nameKey(text)}`
      const proposal = byKey.get(key) ?? { text, addressee, units: [] }
      if (!proposal.units.includes(unit.name)) proposal.units.push(unit.name)
      byKey.set(key, proposal)
    }
  const proposals = [...byKey.values()]
  if (proposals.length === 0) return [{ kind: 'paragraph', runs: [{ text: 'Các đơn vị không có kiến nghị, đề xuất.' }] }]
  const addressees = [...new Map(proposals.map((proposal) => [nameKey(proposal.addressee), proposal.addressee])).entries()]
  const unitCount = new Set(proposals.flatMap((proposal) => proposal.units)).size
  return [
    {
      kind: 'paragraph',
      runs: [
        {
          text: `Tổng hợp từ báo cáo của ${formatSmallCount(unitCount)} đơn vị, có ${formatSmallCount(proposals.length)} nội dung kiến nghị, đề xuất:`,
        },
      ],
    },
    ...addressees.flatMap(([key, addressee]): Block[] => [
      { kind: 'heading', level: 3, text: `Đối với ${addressee}:` },
      ...proposals
        .filter((proposal) => nameKey(proposal.addressee) === key)
        .map((proposal): Block => ({
          kind: 'paragraph',
          runs: [{ text: `- ${sentence(proposal.text)} ` }, { text: `(${unitsOf(proposal)})`, italic: true }],
        })),
    ]),
  ]
}

const unitsOf = ({ units }: Proposal): string => (units.length <= 3 ? units.join(', ') : `${formatSmallCount(units.length)} đơn vị`)
