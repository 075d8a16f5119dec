import type { Programme } from '../../../shared/domain/programme.ts'
import { heldPageTexts } from '../../../shared/messages/intake-page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { effectWords } from '../../../shared/rules/effect-words.ts'
import { readingText } from '../../../shared/rules/reading-text.ts'
import { ruleSayer } from '../../../shared/rules/rule-message.ts'
import type { MappingPreview } from './intake-values.ts'

/** What a trial reading says of one input. */
export type InputPreview = { reading: string; findings: readonly string[] }

export type PreviewWords = {
  figures: number
  texts: number
  /** Findings on the file as a whole, in sentences. */
  findings: readonly string[]
  toCheck: number
  /** What the province's results become, in sentences. */
  effects: readonly string[]
  inputs: ReadonlyMap<string, InputPreview>
}

const longestText = 60

/**
 * What would be read, in words, by input. What an input that is not read lacks is no finding of the reading: the list shows
 * by itself that nothing is taken for it.
 */
export function previewWords(preview: MappingPreview, programme: Programme, language: Language, read: ReadonlySet<string>): PreviewWords {
  const sayRule = ruleSayer(programme, language)
  const known = preview.figures.filter(({ field }) => read.has(`fld.${field}`))
  const texts = preview.texts.filter(({ text }) => text !== '')
  const telling = preview.findings.filter(({ severity }) => severity !== 'info')
  const findingsOf = (name: string): string[] => [
    ...new Set(telling.filter(({ subject }) => inputOf(subject) === name).map(({ rule, params }) => sayRule(rule, params))),
  ]
  const inputs = new Map<string, InputPreview>()
  for (const { field, state, value, raw } of known)
    inputs.set(`fld.${field}`, { reading: readingText({ state, value }, raw, language), findings: findingsOf(`fld.${field}`) })
  for (const { name, text } of texts)
    inputs.set(name, { reading: text.length > longestText ? `${text.slice(0, longestText)}…` : text, findings: findingsOf(name) })
  const ofFile = [...new Set(telling.filter(({ subject }) => subject === null).map(({ rule, params }) => sayRule(rule, params)))]
  const ofInputs = [...inputs.values()].reduce((sum, { findings }) => sum + findings.length, 0)
  const effects = preview.effect.flatMap((one) => {
    const indicator = programme.indicators.find(({ code }) => code === one.indicator)
    if (!indicator) return []
    const words = effectWords(one, indicator, language)
    const effect = words.charAt(0).toLowerCase() + words.slice(1)
    return [fillText(heldPageTexts.effectOf, language, { indicator: indicator.shortLabel[language], effect })]
  })
  return {
    figures: known.filter(({ state }) => state !== 'blank').length,
    texts: texts.length,
    findings: ofFile,
    toCheck: ofFile.length + ofInputs,
    effects,
    inputs,
  }
}

/** Findings name fields without a prefix, everything else with it. */
const inputOf = (subject: string | null): string | null =>
  subject === null || /^(nar|mil|mon|prop|doc|fld)\./.test(subject) ? subject : `fld.${subject}`
