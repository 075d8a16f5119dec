import type { Programme, UnitOfCount } from '../../domain/programme.ts'
import { nameKey, searchFold } from '../../vietnamese/text-key.ts'
import { foldLabel, readWords, type LabelWord } from './label-words.ts'

/** An input that one cell of a table answers with a number. */
export type CountInput = { name: string; unitOfCount: UnitOfCount | undefined; measure: 'stock' | 'flow'; group: string | null }

/** What a label speaks of. Two labels with equal meanings ask the same thing. */
export type Meaning = {
  /** Sorted: groups of words that mean the same as `=n`, all other words folded. */
  concepts: readonly string[]
  /** What is counted stands first: "doanh nghiệp có công đoàn" are not "công đoàn trong doanh nghiệp". */
  first: string
  /** A word differs in its marks from every known writing, or was corrected, or an abbreviation has several meanings. */
  doubtful: boolean
}

export type Lexicon = {
  /** Every reading of a text, likeliest first; none for a text without words. */
  meaningsOf: (text: string) => readonly Meaning[]
  inputs: ReadonlyMap<string, CountInput>
  /** By `meaningKey`: the inputs, and the indicators, that are called so. */
  inputsCalled: ReadonlyMap<string, readonly string[]>
  indicatorsCalled: ReadonlyMap<string, readonly string[]>
  /** The first concepts of those who are called so, by `meaningKey`. */
  firsts: ReadonlyMap<string, ReadonlySet<string>>
  /** Every way to call an input, for labels that are only alike. */
  phrases: readonly { name: string; concepts: readonly string[] }[]
  /** How much a concept tells: what only one input speaks of tells most. Words no input uses are not in it. */
  weights: ReadonlyMap<string, number>
  /** Meanings of the headings under which a group of fields stands, by group. */
  groups: ReadonlyMap<string, string>
}

export const meaningKey = (concepts: readonly string[]): string => concepts.join(' ')
export const joinMeanings = (...parts: readonly (readonly string[])[]): string[] => [...new Set(parts.flat())].toSorted()

/** Words that turn a label into its opposite or into a part of what it says. */
export const negations: ReadonlySet<string> = new Set(['khong', 'chua', 'tru', 'ngung', 'giam', 'mat'])

/** Words that say nothing about what is counted; taken away before phrases are looked for. */
const fillers = 'số tổng các những của đã được tại ở và về cho là có nơi trên thuộc do với lượng cũng như theo trong hiện bị gồm'.split(' ')
/** Verbs round the matter: they count where they are part of a phrase, else not. */
const verbs = 'tổ chức thực hiện tham gia tiến hành triển khai kết quả việc công tác báo cáo này'.split(' ')

/** Spelling decides where there is any: "sở" is not "số". */
function wordTest(words: readonly string[]): (word: LabelWord) => boolean {
  const keys = new Set(words.map(nameKey))
  const folded = new Set(words.map(searchFold))
  return (word) => (word.marked ? keys.has(word.key) : folded.has(word.folded))
}
const isVerb = wordTest(verbs)
const isFillerWord = wordTest(fillers)
const withoutFillers = (words: readonly LabelWord[]): LabelWord[] => words.filter((word) => !isFillerWord(word))

/** Spans and places, which say when and where, not what. */
const aside =
  /\b(?:luy ke|cong don|(?:tinh )?(?:den|tu) (?:het |dau |cuoi )*(?:ngay|thang|quy|nam|ky|nay)\b(?: \d[\d/.-]*)?(?: (?:thang|nam) \d+)*|(?:tinh )?den \d[\d/.-]*|trong (?:ky|nam)(?: bao cao)?|(?:6|9|sau|chin|03|06|09) thang (?:dau |cuoi )?nam|nam 20\d\d|tren dia ban(?: (?:toan )?(?:xa|phuong|tinh)(?! hoi))?)(?![a-z])/g

const mostKept = 20_000
const madeLexicons = new WeakMap<Programme, Lexicon>()

/** The words of a programme; made once, because every workbook is asked for all of them. */
export function lexiconOf(programme: Programme): Lexicon {
  let lexicon = madeLexicons.get(programme)
  if (!lexicon) madeLexicons.set(programme, (lexicon = makeLexicon(programme)))
  return lexicon
}

type Phrase = { words: readonly LabelWord[]; concept: string }

function makeLexicon(programme: Programme): Lexicon {
  const byFirst = new Map<string, Phrase[]>()
  for (const [index, group] of (programme.sameWords ?? []).entries())
    for (const text of group)
      for (const reading of readWords(text)) {
        const words = withoutFillers(reading)
        const first = words[0]?.folded
        if (first === undefined) continue
        const phrases = byFirst.get(first) ?? []
        byFirst.set(first, [...phrases, { words, concept: `=${index}` }])
      }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)

  const vocabulary = new Set<string>()
  for (const phrases of byFirst.values()) for (const { words } of phrases) for (const { folded } of words) vocabulary.add(folded)
  const corrections = new Map<string, string>()
  const correct = (folded: string): string => {
    let corrected = corrections.get(folded)
    if (corrected === undefined) corrections.set(folded, (corrected = correctWord(folded, vocabulary)))
    return corrected
  }
  const readings = new Map<string, readonly Meaning[]>()
  const read = (text: string): readonly Meaning[] => {
    let meanings = readings.get(text)
    if (!meanings) {
      // Labels come again and again; what only looks like one must not fill the memory.
      if (readings.size > mostKept) readings.clear()
      readings.set(text, (meanings = readMeanings(text, byFirst, correct)))
    }
    return meanings
  }

  const inputs = new Map<string, CountInput>()
  const calls: { name: string; text: string }[] = []
  for (const field of programme.fields) {
    const name = `fld.${field.code}`
    inputs.set(name, { name, unitOfCount: field.unitOfCount, measure: field.measure, group: field.group })
    calls.push(...[field.label.vi, ...(field.synonyms ?? [])].map((text) => ({ name, text })))
  }
  for (const part of programme.monitors.flatMap(({ parts }) => parts).filter(({ content }) => content === 'count')) {
    const name = `mon.${part.name}`
    inputs.set(name, { name, unitOfCount: part.unitOfCount, measure: 'flow', group: null })
    calls.push(...[part.label.vi, ...(part.synonyms ?? [])].map((text) => ({ name, text })))
  }
  // The words of the labels themselves are spelt right, too, and those of tasks and assessments.
  const other = [...programme.tasks, ...programme.monitors.flatMap((monitor) => [monitor, ...monitor.parts])]
  const spelt = other.flatMap((one) => [one.label.vi, ...('synonyms' in one ? (one.synonyms ?? []) : [])])
  for (const text of [...calls.map((call) => call.text), ...spelt])
    for (const reading of readWords(text)) for (const { folded } of reading) vocabulary.add(folded)

  corrections.clear()
  readings.clear()
  const phrases = calls.flatMap(({ name, text }) => read(text).map(({ concepts, first }) => ({ name, concepts, first })))
  const indicators = programme.indicators.flatMap(({ code, label, shortLabel, synonyms }) =>
    [label.vi, shortLabel.vi, ...(synonyms ?? [])].flatMap((text) =>
      read(withoutRate(text)).map(({ concepts }) => ({ name: code, concepts })),
    ),
  )
  return {
    meaningsOf: read,
    inputs,
    inputsCalled: indexCalls(phrases),
    indicatorsCalled: indexCalls(indicators),
    firsts: new Map(
      phrases.map(({ concepts }) => {
        const key = meaningKey(concepts)
        return [key, new Set(phrases.filter((phrase) => meaningKey(phrase.concepts) === key).map(({ first }) => first))]
      }),
    ),
    phrases,
    weights: weigh(phrases),
    groups: new Map(programme.fieldGroups.map(({ code, label }) => [code, meaningKey(read(label.vi)[0]?.concepts ?? [])])),
  }
}

/** "Tỷ lệ …", "Bình quân …" call an indicator, not a count. */
export const ratePattern = /^(?:ty le|ti le|binh quan|phan tram)(?: phan tram)?\b|%/
const withoutRate = (text: string): string => text.replace(/^(?:tỷ lệ|tỉ lệ|bình quân)\s*(?:\(?%\)?)?/iu, '').replace(/[(]?%[)]?\s*$/u, '')
export const isRate = (label: string): boolean => ratePattern.test(foldLabel(label))
export const rateSubject = withoutRate

function indexCalls(calls: readonly { name: string; concepts: readonly string[] }[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const { name, concepts } of calls) {
    const key = meaningKey(concepts)
    if (key === '') continue
    const names = index.get(key) ?? []
    if (!names.includes(name)) index.set(key, [...names, name])
  }
  return index
}

function weigh(phrases: Lexicon['phrases']): ReadonlyMap<string, number> {
  const users = new Map<string, Set<string>>()
  for (const { name, concepts } of phrases)
    for (const concept of concepts) (users.get(concept) ?? users.set(concept, new Set()).get(concept)!).add(name)
  const all = new Set(phrases.map(({ name }) => name)).size
  return new Map([...users].map(([concept, names]) => [concept, Math.log(1 + all / names.size)]))
}

function readMeanings(text: string, byFirst: ReadonlyMap<string, readonly Phrase[]>, correct: (folded: string) => string): Meaning[] {
  const plain = dropAsides(text)
  const readings = readWords(plain)
  const meanings = readings.map((reading) => readMeaning(reading, byFirst, correct))
  const known = meanings.filter(({ concepts }) => concepts.length > 0)
  return readings.length === 1 ? known : known.map((meaning) => ({ ...meaning, doubtful: meaning.doubtful || meaning.concepts.length < 2 }))
}

/** Folding keeps a text's length in words, so the asides found in the folded text are cut out of the written one by words. */
function dropAsides(text: string): string {
  const words = text.normalize('NFC').split(/\s+/)
  const folded = words.map((word) => foldLabel(word).replace(/[(),;:]/g, ''))
  const joined = folded.join(' ')
  if (!/\b(?:luy|cong don|den|tu dau|trong|thang|nam|dia ban)\b/.test(joined)) return text
  const gone = new Set<number>()
  for (const match of joined.matchAll(aside)) {
    let at = 0
    for (const [index, word] of folded.entries()) {
      if (at >= match.index && at + word.length <= match.index + match[0].length) gone.add(index)
      at += word.length + 1
    }
  }
  return words.filter((_, index) => !gone.has(index)).join(' ')
}

function readMeaning(
  reading: readonly LabelWord[],
  byFirst: ReadonlyMap<string, readonly Phrase[]>,
  correct: (folded: string) => string,
): Meaning {
  let doubtful = false
  const words = reading.map((word) => {
    const corrected = isFillerWord(word) || isVerb(word) ? word.folded : correct(word.folded)
    if (corrected === word.folded) return word
    doubtful = true
    return { folded: corrected, key: corrected, marked: false }
  })
  const concepts = new Set<string>()
  for (let at = 0; at < words.length;) {
    const here = byFirst.get(words[at]!.folded)?.flatMap((phrase) => spanAt(phrase, words, at) ?? []) ?? []
    const longest = here[0]?.phrase.words.length ?? 0
    if (longest === 0) {
      const word = words[at]!
      if (!isVerb(word) && !isFillerWord(word)) concepts.add(word.folded)
      at += 1
      continue
    }
    const same = here.filter(({ phrase }) => phrase.words.length === longest)
    const spelt = same.find((one) => one.isSpelt)
    if (!spelt) doubtful = true
    concepts.add((spelt ?? same[0]!).phrase.concept)
    at = (spelt ?? same[0]!).end
  }
  const [first = ''] = concepts
  return { concepts: [...concepts].toSorted(), first, doubtful }
}

/** Where a phrase that begins here ends; words that say nothing may stand between its words. */
function spanAt(phrase: Phrase, words: readonly LabelWord[], start: number): { phrase: Phrase; end: number; isSpelt: boolean } | undefined {
  let at = start
  let spelt = true
  for (const known of phrase.words) {
    while (words[at] !== undefined && words[at]!.folded !== known.folded && at > start && isFillerWord(words[at]!)) at++
    const written = words[at]
    if (written?.folded !== known.folded) return undefined
    spelt &&= isSpelt(known, written)
    at++
  }
  return { phrase, end: at, isSpelt: spelt }
}

/** Written without marks a word may be any of its tones; written with others it is another word, or a slip. */
const isSpelt = (known: LabelWord, written: LabelWord): boolean => !written.marked || !known.marked || written.key === known.key

/** One wrong letter in a long word that leaves just one known word. */
function correctWord(folded: string, vocabulary: ReadonlySet<string>): string {
  if (folded.length < 4 || vocabulary.has(folded) || /\d/.test(folded)) return folded
  let found: string | undefined
  for (const known of vocabulary) {
    if (Math.abs(known.length - folded.length) > 1 || known.length < 4 || !isOneSlip(known, folded)) continue
    if (found !== undefined) return folded
    found = known
  }
  return found ?? folded
}

function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return long.slice(at + 1) === rest || (short.length === long.length && swapped)
}
