import { traceOriginTexts as say } from '../messages/trace-origin.ts'
import { fillText, type Language } from '../messages/text.ts'
import { printInstant } from '../vietnamese/dates.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'

/** As a trace gives them. */
export type TracedOrigin = {
  laid: { state: string; fileName: string; heading: string; paragraph: number; actor: string; at: string } | null
  keyed: {
    actor: string
    at: string
    checker: string | null
    checkedAt: string | null
    toldBy: string
    toldAt: string | null
    receipt: string | null
  } | null
}

export type OriginFact = { term: string; lines: readonly string[] }

/** What a person reads on the paper that a text was taken from, and on who keyed a version in for its unit; empty where neither is so. */
export function describeOrigin({ laid, keyed }: TracedOrigin, language: Language): OriginFact[] {
  const facts: OriginFact[] = []
  if (laid) {
    const { fileName: file, heading, actor, at } = laid
    const place = { file, heading, paragraph: formatSmallCount(laid.paragraph, language) }
    facts.push({
      term: say.paper[language],
      lines: [
        fillText(heading === '' ? say.laidPlain : say.laid, language, place),
        fillText(say.laidBy, language, { actor, at: printInstant(at, language) }),
        ...(laid.state === 'suspended' ? [say.laidSuspended[language]] : []),
      ],
    })
  }
  if (keyed) {
    const { actor, at, checker, checkedAt, toldBy: name, toldAt, receipt } = keyed
    const moment = (one: string | null): string => (one === null ? '' : printInstant(one, language))
    const told = toldAt === null ? say.keyedTold : say.keyedToldAt
    facts.push({
      term: say.keyed[language],
      lines: [
        ...(receipt === null ? [] : [say.keyedPaper[language]]),
        ...(name === '' ? [] : [fillText(told, language, { name, at: moment(toldAt) })]),
        fillText(say.keyedBy, language, { actor, at: moment(at) }),
        checker === null ? say.unchecked[language] : fillText(say.checked, language, { actor: checker, at: moment(checkedAt) }),
      ],
    })
  }
  return facts
}
