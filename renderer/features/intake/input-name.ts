import type { Programme } from '../../../shared/domain/programme.ts'
import { mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { traceTexts } from '../../../shared/messages/trace.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'

const noteName = 'doc.note'

/** What a person calls an input: two inputs of one milestone or proposal are told apart. */
export function inputName(programme: Programme, name: string, language: Language): string {
  if (name === noteName) return fillText(traceTexts.note, language)
  const monitored = programme.monitors.flatMap(({ parts }) => parts).find((part) => `mon.${part.name}` === name)
  if (monitored) return monitored.label[language]
  const [, number, part] = /^prop\.(\d+)\.(\w+)$/.exec(name) ?? []
  const label = number === undefined ? labelOf(programme, name, language) : fillText(traceTexts.proposal, language, { number })
  const last = part ?? /^mil\..+\.(date|number)$/.exec(name)?.[1]
  const text =
    last === 'date'
      ? mappingPageTexts.day
      : last === 'number'
        ? mappingPageTexts.paperNumber
        : last === 'addressee'
          ? mappingPageTexts.addressee
          : undefined
  return text ? fillText(mappingPageTexts.partOf, language, { label, part: fillText(text, language) }) : label
}
