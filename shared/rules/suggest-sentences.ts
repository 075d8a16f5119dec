import type { ReportSource } from '../domain/report.ts'
import type { SuggestedSentence, SuggestionReason } from '../domain/report-text.ts'
import { nameKey, tidyText } from '../vietnamese/text-key.ts'

const mostPerTask = 5
const [fewestLetters, mostLetters] = [40, 320]

const firsts = /lần đầu|đầu tiên|duy nhất|mô hình mới|cách làm hay|dẫn đầu/iu
const deeds =
  /(?:đã|được)?\s*(?:tổ chức|ký kết|thành lập|hỗ trợ|trao tặng|trao|ban hành|khánh thành|giới thiệu|kết nạp|xây dựng|tuyên truyền|tập huấn|thăm hỏi|tặng|vận động|mở)\s/iu
const boilerplate =
  /^(?:\S+\s){0,6}(?:tiếp tục|tăng cường|đẩy mạnh|nâng cao|quan tâm|chú trọng|thường xuyên)|theo (?:đúng )?quy định|trong thời gian tới/iu
/** A count of something, not a day, a year or the number of a paper. */
const counted = /(?<![\p{L}\p{N}/.,-])\d[\d.]*(?:,\d+)?%?\s+(?!\d|\/)\p{Ll}/u
const dated = /(?:ngày|tháng|năm|quý|số)\s+\d[\d/.]*/giu

/** `Đã làm. Làm nữa; và nữa.` → sentences; a mark inside a number or an abbreviation ends none. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+(?=\p{Lu}|[-+•–])|[\r\n]+/u)
    .map((part) => tidyText(part).replace(/^[-+•–]\s*/u, ''))
    .filter((part) => part.length >= fewestLetters && part.length <= mostLetters)

const weights: Readonly<Record<SuggestionReason, number>> = { first: 3, number: 2, deed: 1 }

function reasonsFor(sentence: string): SuggestionReason[] {
  const isCounted = counted.test(sentence.replace(dated, ' '))
  const isFirst = firsts.test(sentence)
  if (boilerplate.test(sentence) && !isCounted && !isFirst) return []
  return [
    ...(isCounted ? ['number' as const] : []),
    ...(isFirst ? ['first' as const] : []),
    ...(deeds.test(sentence) ? ['deed' as const] : []),
  ]
}

/** What is the same but for its numbers was copied from one paper into the other. */
const copyKey = (sentence: string): string => nameKey(sentence).replace(/\d[\d.,]*/g, '#')

/**
 * RT6: for each task a few sentences of different units that are worth quoting: with a number, a first or a concrete deed, said
 * by nobody else. They are offered; nothing is chosen by itself. Order: weight, then the order of units.
 */
export function suggestSentences({ programme, units }: Pick<ReportSource, 'programme' | 'units'>, only?: string): SuggestedSentence[] {
  return programme.tasks
    .filter(({ code }) => only === undefined || code === only)
    .flatMap(({ code: task }) => {
      const said = units.flatMap(({ code: unit, texts }) =>
        sentencesOf(texts[`nar.${task}`] ?? '').map((text) => ({ unit, text, key: copyKey(text) })),
      )
      const owners = Map.groupBy(said, ({ key }) => key)
      const weighed = said.flatMap(({ unit, text, key }) => {
        if (new Set(owners.get(key)!.map((one) => one.unit)).size > 1) return []
        const reasons = reasonsFor(text)
        const weight = reasons.reduce((sum, reason) => sum + weights[reason], 0)
        return weight >= 2 ? [{ task, unit, text, reasons, weight }] : []
      })
      const best = weighed.toSorted((a, b) => b.weight - a.weight)
      const chosen = best.filter(({ unit }, index) => best.findIndex((one) => one.unit === unit) === index).slice(0, mostPerTask)
      return chosen.map(({ task: of, unit, text, reasons }) => ({ task: of, unit, text, reasons }))
    })
}
