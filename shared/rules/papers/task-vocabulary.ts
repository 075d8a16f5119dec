import type { Programme, Task } from '../../domain/programme.ts'
import { expansionsOf } from '../../vietnamese/abbreviations.ts'
import { nameKey, searchFold } from '../../vietnamese/text-key.ts'

type Features = ReadonlyMap<string, number>

/** How much a text speaks of each task, 0 to 1, in programme order. */
export type TaskVocabulary = (text: string) => readonly { task: Task; score: number }[]

/** Syllables, abbreviations written out in their likeliest meaning. */
const syllablesOf = (text: string): string[] => (text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? []).flatMap(keysOf)

const knownKeys = new Map<string, readonly string[]>()
function keysOf(word: string): readonly string[] {
  let keys = knownKeys.get(word)
  if (!keys) {
    const meaning = word.length > 1 && word === word.toUpperCase() ? expansionsOf(searchFold(word), nameKey(word))[0] : undefined
    keys = (meaning ?? word).split(' ').map(nameKey)
    // The words of Vietnamese fit; a paper full of something else must not fill the memory.
    if (knownKeys.size < 20_000) knownKeys.set(word, keys)
  }
  return keys
}

/** Vietnamese words are mostly of two syllables, so that pairs say more than syllables alone. */
function featuresOf(text: string): Map<string, number> {
  const syllables = syllablesOf(text)
  const features = new Map<string, number>()
  const add = (feature: string, weight: number): unknown => features.set(feature, Math.max(features.get(feature) ?? 0, weight))
  syllables.forEach((syllable, index) => {
    add(syllable, 0.4)
    if (index > 0) add(`${syllables[index - 1]} ${syllable}`, 1)
  })
  return features
}

/** What a task is called: its label and the other names that units use for it. */
export const taskNames = (task: Task): readonly string[] => [task.label.vi, ...(task.synonyms ?? [])]

/** From the programme's own labels and wording; what many tasks share weighs little. */
export function taskVocabulary({ tasks }: Programme): TaskVocabulary {
  const spoken = tasks.map((task) => {
    const features = featuresOf(task.source.text)
    for (const name of taskNames(task))
      for (const [feature, weight] of featuresOf(name)) features.set(feature, (features.get(feature) ?? 0) + weight)
    return { features }
  })
  const spread = new Map<string, number>()
  for (const { features } of spoken) for (const feature of features.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  const weigh = (feature: string): number => Math.log((tasks.length + 1) / ((spread.get(feature) ?? 0) + 0.5))
  const places = new Map<string, { at: number; weight: number }[]>()
  spoken.forEach(({ features }, at) => {
    for (const [feature, weight] of normalise(features, weigh)) {
      const known = places.get(feature)
      if (known) known.push({ at, weight })
      else places.set(feature, [{ at, weight }])
    }
  })
  return (text) => {
    const scores = new Float64Array(tasks.length)
    // What no task says tells nothing about which one is meant.
    const said = [...featuresOf(text.slice(0, longestJudged))].filter(([feature]) => places.has(feature))
    for (const [feature, weight] of normalise(new Map(said), weigh))
      for (const place of places.get(feature)!) scores[place.at] = scores[place.at]! + weight * place.weight
    return tasks.map((task, at) => ({ task, score: scores[at]! }))
  }
}

/** Letters of a text by which it is judged; what a passage is about it says at its beginning. */
const longestJudged = 3_000

function normalise(features: Features, weigh: (feature: string) => number): Features {
  const weighted = [...features].map(([feature, weight]) => [feature, weight * Math.max(0, weigh(feature))] as const)
  const length = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return new Map(length === 0 ? [] : weighted.map(([feature, weight]) => [feature, weight / length]))
}
