import type { ReportSource } from '../domain/report.ts'
import type { ProposalState } from '../domain/review.ts'
import { proposalStateTexts } from '../messages/review.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'
import { hasWords, nameKey, tidyText } from '../vietnamese/text-key.ts'
import { citeFigure } from './cite-figure.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { lowerFirst, sentence } from './report-wording.ts'
import { textPrint } from './text-print.ts'

type Proposal = { text: string; addressee: string; units: string[]; states: Set<ProposalState | 'none'> }

/** Distinct proposals in the order in which they first came; the same text from several units stands once, what was set aside not at all. */
export function listProposals({ units, judgements }: ReportSource): Proposal[] {
  const keyOf = (unit: string, words: string): string => `${unit} ${nameKey(words)}`
  const stateOf = new Map(judgements.proposalStates.map(({ unit, words, state }) => [keyOf(unit, words), state]))
  const byKey = new Map<string, Proposal>()
  for (const unit of units)
    for (const [name, raw] of Object.entries(unit.texts)) {
      const match = /^prop\.(\d+)\.text$/.exec(name)
      if (!match || !hasWords(raw)) continue
      const text = tidyText(raw)
      const state = (stateOf.size > 0 && stateOf.get(keyOf(unit.code, raw))) || 'none'
      if (state === 'set_aside') continue
      const addressee = tidyText(unit.texts[`prop.${match[1]}.addressee`] ?? '') || 'Cấp có thẩm quyền'
      const key = `${nameKey(addressee)}\n${nameKey(text)}`
      const proposal = byKey.get(key) ?? { text, addressee, units: [], states: new Set() }
      if (!proposal.units.includes(unit.name)) proposal.units.push(unit.name)
      proposal.states.add(state)
      byKey.set(key, proposal)
    }
  return [...byKey.values()]
}

export const countProposingUnits = (proposals: readonly Proposal[]): number => new Set(proposals.flatMap(({ units }) => units)).size

/** From the top down, as papers address them; others behind, as they came. */
const levels = [
  ['Trung ương', 'Chính phủ', 'Quốc hội', 'Ban Bí thư'],
  ['Ủy ban nhân dân tỉnh', 'UBND tỉnh', 'Hội đồng nhân dân tỉnh', 'HĐND tỉnh'],
  ['Tỉnh ủy'],
  ['Mặt trận Tổ quốc', 'MTTQ'],
  ['Liên đoàn Lao động'],
  ['Sở, ngành', 'Các sở'],
].map((names) => names.map(nameKey))
/** The Party committee stands before the government, though its name is looked for after the government's own committee. */
const ranks = [0, 2, 1, 3, 4, 5] as const

function levelOf(key: string): number {
  const found = levels.findIndex((names) => names.some((name) => key.includes(name)))
  return ranks[found] ?? ranks.length
}

/** By addressee, with what has become of each. */
export function assembleProposals(source: ReportSource): KeyedBlock[] {
  const proposals = listProposals(source)
  if (proposals.length === 0) return [keyedParagraph('none', 'Các đơn vị không có kiến nghị, đề xuất.')]
  const addressees = [...new Map(proposals.map((proposal) => [nameKey(proposal.addressee), proposal.addressee])).entries()].toSorted(
    ([a], [b]) => levelOf(a) - levelOf(b),
  )
  const unitCount = citeFigure('prop.units', formatSmallCount(countProposingUnits(proposals)))
  const count = citeFigure('prop.count', formatSmallCount(proposals.length))
  return [
    keyedParagraph('lead', `Tổng hợp từ báo cáo của ${unitCount} đơn vị, có ${count} nội dung kiến nghị, đề xuất:`),
    ...addressees.flatMap(([key, addressee]): KeyedBlock[] => [
      { kind: 'heading', level: 3, text: `Đối với ${addressee}:` },
      ...proposals
        .filter((proposal) => nameKey(proposal.addressee) === key)
        .map((proposal) =>
          keyedParagraph(textPrint(key, nameKey(proposal.text)), `- ${sentence(proposal.text)} `, {
            text: `(${unitsOf(proposal)}${stateOf(proposal)})`,
            italic: true,
          }),
        ),
    ]),
  ]
}

const unitsOf = ({ units }: Proposal): string => (units.length <= 3 ? units.join(', ') : `${formatSmallCount(units.length)} đơn vị`)

/** Said only where it is the same for every unit that proposed it, and more than that somebody noted it. */
function stateOf({ states }: Proposal): string {
  const [state] = states.size === 1 ? states : []
  return state === 'forwarded' || state === 'answered' ? `; ${lowerFirst(proposalStateTexts[state].vi)}` : ''
}
