import type { Unit } from '../domain/unit.ts'
import { nameKey, searchFold } from '../vietnamese/text-key.ts'

export type NamedUnit = {
  unit: string
  /** `full` = with its kind word ("xã Tiên La"), its whole listed name, or its code; `bare` = the place name or an alias alone. */
  form: 'code' | 'full' | 'bare'
}

type Token = { key: string; folded: string; marked: boolean }
type Entry = { unit: string; tokens: readonly Token[]; form: NamedUnit['form']; place: boolean }
type Match = { entry: Entry; start: number; end: number }

/** Made once for a list of units and asked for every file. */
export type UnitIndex = {
  readonly codes: ReadonlySet<string>
  /** By the folded first word; and whole names written in one word ("tienla"). */
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>
  readonly joined: ReadonlyMap<string, readonly Entry[]>
}

const bodyWords = [
  'ban chap hanh dang bo',
  'ban thuong vu dang uy',
  'dang uy',
  'dang bo',
  'bch dang bo',
  'btv dang uy',
  'du',
  'uy ban nhan dan',
  'ubnd',
]
const kindWords = new Set(['xa', 'phuong', 'x', 'p'])
/** A place name after one of these is the former district, town or province of the same name, not the commune. */
const otherKindWords = new Set(['huyen', 'h', 'tinh', 'tp', 'pho', 'tran'])
/** "Huyện ủy Tiên Lữ" was the committee of the district. */
const otherCommittees = new Set(['huyen', 'tinh', 'thi', 'thanh', 'quan'])

const madeTokens = new Map<string, Token>()
/** Names of units consist of few words; what else stands in files must not fill the memory. */
const keptTokens = 5_000

function makeToken(word: string): Token {
  let token = madeTokens.get(word)
  if (!token) {
    const key = nameKey(word)
    const folded = searchFold(word)
    token = { key, folded, marked: key.normalize('NFC') !== folded }
    if (madeTokens.size < keptTokens) madeTokens.set(word, token)
  }
  return token
}

/** Words of a file name or a line: parted at everything that is no letter or digit, at camelCase and between letters and digits. */
function listTokens(text: string): Token[] {
  const spaced = text
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
  return (spaced.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).map(makeToken)
}

const isSame = (written: Token, listed: Token): boolean => (written.marked ? written.key === listed.key : written.folded === listed.folded)

/** The place name without body and kind words; undefined where the name has no kind word and so is no place. */
function placeTokens(name: string): readonly Token[] | undefined {
  let tokens = listTokens(name)
  const folded = tokens.map((token) => token.folded).join(' ')
  const body = bodyWords.find((words) => folded.startsWith(`${words} `))
  if (body) tokens = tokens.slice(body.split(' ').length)
  return tokens.length > 1 && kindWords.has(tokens[0]!.folded) ? tokens.slice(1) : undefined
}

function listEntries(unit: Pick<Unit, 'code' | 'name' | 'kind' | 'aliases'>): Entry[] {
  const entries: Entry[] = [{ unit: unit.code, tokens: listTokens(unit.code), form: 'code', place: false }]
  const officialNumber = /\.(\d{4,6})$/.exec(unit.code)?.[1]
  if (officialNumber) entries.push({ unit: unit.code, tokens: listTokens(officialNumber), form: 'code', place: false })
  const isCommune = unit.kind === 'xa' || unit.kind === 'phuong'
  const addName = (name: string, form: 'full' | 'bare'): void => {
    const place = placeTokens(name)
    if (place) entries.push({ unit: unit.code, tokens: place, form: 'bare', place: true })
    else if (listTokens(name).length > 0)
      entries.push({ unit: unit.code, tokens: listTokens(name), form: isCommune ? 'bare' : form, place: isCommune })
  }
  addName(unit.name, 'full')
  for (const alias of unit.aliases) addName(alias, 'bare')
  return entries.filter((entry) => entry.form === 'code' || entry.tokens.length > 1 || entry.tokens[0]!.folded.length > 3)
}

export function indexUnits(units: readonly Pick<Unit, 'code' | 'name' | 'kind' | 'aliases'>[]): UnitIndex {
  const byFirst = new Map<string, Entry[]>()
  const joined = new Map<string, Entry[]>()
  const add = (map: Map<string, Entry[]>, key: string, entry: Entry): unknown => (map.get(key) ?? map.set(key, []).get(key)!).push(entry)
  for (const entry of units.flatMap(listEntries)) {
    add(byFirst, entry.tokens[0]!.folded, entry)
    const whole = entry.tokens.map((token) => token.folded).join('')
    if (entry.form !== 'code' && entry.tokens.length > 1 && whole.length > 3) add(joined, whole, entry)
  }
  return { codes: new Set(units.map((unit) => unit.code)), byFirst, joined }
}

const isExact = (tokens: readonly Token[], { entry, start, end }: Match): boolean =>
  entry.tokens.map(({ key }) => key).join('') ===
  tokens
    .slice(start, end)
    .map(({ key }) => key)
    .join('')

/**
 * The units a text names, by whole words on the comparison key (words without any mark are compared without marks).
 * The longest name wins: "Nam Thái Ninh" does not name Thái Ninh, and "huyện Tiên Lữ" does not name xã Tiên Lữ. In a text that
 * has marks a name that is there to the letter wins over one that would need marks: "xã An La" does not name xã Ân La.
 */
export function findUnitNames(text: string, index: UnitIndex): NamedUnit[] {
  const tokens = listTokens(text)
  const matches = tokens.flatMap((token, start): Match[] => [
    ...(index.byFirst.get(token.folded) ?? [])
      .filter((entry) =>
        entry.tokens.every((listed, offset) => tokens[start + offset] !== undefined && isSame(tokens[start + offset]!, listed)),
      )
      .map((entry) => ({ entry, start, end: start + entry.tokens.length })),
    ...joinedEntries(token, index).map((entry) => ({ entry, start, end: start + 1 })),
  ])
  const longest = matches.filter((match) => !matches.some((other) => isInside(match, other)))
  const exact = tokens.some(({ marked }) => marked) ? longest.filter((match) => isExact(tokens, match)) : []
  const meant = longest.filter(
    (match) => exact.includes(match) || !exact.some(({ start, end }) => start === match.start && end === match.end),
  )
  const named = meant.flatMap(({ entry, start }): NamedUnit[] => {
    const before = tokens[start - 1]?.folded ?? ''
    const isOtherCommittee = before === 'uy' && otherCommittees.has(tokens[start - 2]?.folded ?? '')
    if (entry.place && (otherKindWords.has(before) || isOtherCommittee)) return []
    return [
      {
        unit: entry.unit,
        form: entry.place && (kindWords.has(before) || /^(xa|phuong)/.test(joinedKind(tokens[start]!, entry))) ? 'full' : entry.form,
      },
    ]
  })
  return strongest(named)
}

const isInside = (match: Match, other: Match): boolean =>
  other.start <= match.start && other.end >= match.end && other.end - other.start > match.end - match.start

function joinedEntries(token: Token, index: UnitIndex): readonly Entry[] {
  const bare = token.folded.replace(/^(xa|phuong)(?=.{4})/, '')
  return (index.joined.get(token.folded) ?? index.joined.get(bare) ?? []).filter(
    (entry) => !token.marked || entry.tokens.map((listed) => listed.key).join('') === token.key,
  )
}

/** The word as written when a place name stands in one word with its kind ("xatienla"), else ''. */
const joinedKind = (written: Token, entry: Entry): string =>
  written.folded !== entry.tokens[0]!.folded && written.folded !== entry.tokens.map((token) => token.folded).join('') ? written.folded : ''

function strongest(named: readonly NamedUnit[]): NamedUnit[] {
  const order = { code: 0, full: 1, bare: 2 }
  const best = new Map<string, NamedUnit>()
  for (const one of named) {
    const known = best.get(one.unit)
    if (!known || order[one.form] < order[known.form]) best.set(one.unit, one)
  }
  return [...best.values()].toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
}
