import { placeTones } from '../vietnamese/tone-placement.ts'
import { openText } from './assemble-sections.ts'
import { contentsTitle, reportType } from './house-marks.ts'

/** A heading with the page it stands on, from 1. `isComplete`: nothing is left open for the drafting office below it. */
export type OutlineEntry = { text: string; level: number; page: number; isComplete: boolean }

/** As the programme has it; the mark behind the number is the layout profile's. */
type Heading = { number: string; text: string; level: number }

const marks = ['-', '.'] as const

/** Letters alone: a page gives its text in pieces, and where a line breaks is no part of it; nor is the house's orthography. */
const lettersOf = (text: string): string => placeTones(text.normalize('NFC'), 'first_vowel').replaceAll(/[\s\u00ad]+/gu, '')

const openLetters = lettersOf(openText)
/** At the head of its page, with its title in capitals behind it; in running text it is followed by anything else. */
const appendix = /Phụlục(\d+)(?=\p{Lu}{3})/u
const headLetters = 90
const contents = lettersOf(contentsTitle)
const documentType = lettersOf(reportType)

/**
 * Where the sections of a built report stand: `headings` in their order, found one after the other in the texts of its
 * pages; one that is not found is left out. Appendices are known by the head of their page.
 */
export function outlineOfPages(pages: readonly string[], headings: readonly Heading[]): OutlineEntry[] {
  const letters = pages.map(lettersOf)
  const places: { text: string; level: number; page: number; from: number }[] = []
  // A sheet of contents in front names every heading, too.
  const hasContents = letters[0]?.slice(0, headLetters).includes(contents) ?? false
  let [page, from] = [
    hasContents
      ? Math.max(
          0,
          letters.findIndex((text) => text.includes(documentType)),
        )
      : 0,
    0,
  ]
  for (const { number, text, level } of headings) {
    const sought = marks.map((mark) => lettersOf(`${number}${mark}${text}`))
    const findOn = (index: number): number[] =>
      sought.map((one) => letters[index]!.indexOf(one, index === page ? from : 0)).filter((place) => place !== -1)
    const index = letters.findIndex((_, candidate) => candidate >= page && findOn(candidate).length > 0)
    if (index === -1) continue
    const found = Math.min(...findOn(index))
    places.push({ text: `${number}. ${text}`, level, page: index, from: found })
    ;[page, from] = [index, found + sought[0]!.length]
  }
  const appendices = letters.flatMap((text, index) => {
    const [, number] = appendix.exec(text.slice(0, headLetters)) ?? []
    return number === undefined || index < page ? [] : [{ text: `Phụ lục ${number}`, level: 1, page: index, from: 0 }]
  })
  const entries = [...places, ...appendices].map((place, index, all) => {
    const next = all[index + 1] ?? { page: letters.length - 1, from: letters.at(-1)?.length ?? 0 }
    const own = letters
      .slice(place.page, next.page + 1)
      .map((text, offset) => text.slice(offset === 0 ? place.from : 0, place.page + offset === next.page ? next.from : text.length))
      .join('')
    return { text: place.text, level: place.level, page: place.page + 1, isComplete: !own.includes(openLetters) }
  })

  // A section is as complete as what stands below it.
  return entries.map((entry, index) => {
    const end = entries.findIndex(({ level }, other) => other > index && level <= entry.level)
    return { ...entry, isComplete: entries.slice(index, end === -1 ? undefined : end).every(({ isComplete }) => isComplete) }
  })
}
