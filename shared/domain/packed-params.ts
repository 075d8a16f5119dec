/** What fills the message of one rule. */
type Params = Readonly<Record<string, string | number>>

/**
 * The params of thousands of findings, small enough to be handed over whole: `names` are the lists of names that occur, `texts` the
 * texts, each once. A row is the place of its names, then of each value: a place in `texts`, or `#` before a number.
 */
export type PackedParams = { names: string[][]; texts: string[]; rows: string[] }

const places = 36

/** Packs one after the other; `packed` grows with each. */
export function createPacker(): { packed: PackedParams; add: (params: Params) => void } {
  const packed: PackedParams = { names: [], texts: [], rows: [] }
  const placesOfNames = new Map<string, string>()
  const placesOfTexts = new Map<string, string>()
  const placeOf = (text: string): string => {
    let place = placesOfTexts.get(text)
    if (place === undefined) {
      place = (packed.texts.push(text) - 1).toString(places)
      placesOfTexts.set(text, place)
    }
    return place
  }
  return {
    packed,
    add(params) {
      const names = Object.keys(params)
      const known = names.join(' ')
      let row = placesOfNames.get(known)
      if (row === undefined) {
        row = (packed.names.push(names) - 1).toString(places)
        placesOfNames.set(known, row)
      }
      for (const name of names) {
        const value = params[name]!
        row += typeof value === 'number' ? ` #${value}` : ` ${placeOf(value)}`
      }
      packed.rows.push(row)
    },
  }
}

export function unpackParams({ names, texts }: Pick<PackedParams, 'names' | 'texts'>, row: string): Params {
  const [of, ...values] = row.split(' ')
  const own = names[Number.parseInt(of!, places)]!
  return Object.fromEntries(
    own.map((name, index) => {
      const value = values[index]!
      return [name, value.startsWith('#') ? Number(value.slice(1)) : texts[Number.parseInt(value, places)]!]
    }),
  )
}
