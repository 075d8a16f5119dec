import { askOfLine } from '../../shared/domain/template.ts'
import { AppError } from '../../shared/errors.ts'
import { nameKey } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listTextsInEffect } from '../store/laid-text-store.ts'
import { listPassagesOfInput } from '../store/passage-store.ts'
import { getExpectedUnit, getPeriod, listExpectedUnits, listPeriods } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findEffective } from '../store/submission-store.ts'

/** `text` '' where the unit wrote nothing; `hasSent` false where it has not reported at all. */
export type ReadPassage = { unit: string; unitName: string; task: string; text: string; hasSent: boolean; isNews: boolean }

/** "Không có gì mới": nothing, a word of nothing, or the last period's words again. */
const nothing: ReadonlySet<string> = new Set(['', 'không', 'không có', 'không phát sinh', 'không có gì mới', '-'].map(nameKey))
const isNews = (text: string, before: string | undefined): boolean => {
  const key = nameKey(text)
  return !nothing.has(key) && (before === undefined || nameKey(before) !== key)
}

/** What every unit that is asked for tasks wrote on one, in protocol order. Refuses with `period.not_found`, `note.no_input`. */
export function listTaskPassages({ store }: Pick<ServiceContext, 'store'>, request: { period: string; task: string }): ReadPassage[] {
  const period = getPeriod(store, request.period)
  const programme = getProgramme(store, period.programmeVersion)
  if (!programme.tasks.some(({ code }) => code === request.task)) throw new AppError('note.no_input', { input: request.task })
  const name = `nar.${request.task}`
  const written = new Map(listPassagesOfInput(store, period.code, name).map(({ unit, text }) => [unit, text]))
  const earlier = earlierThan(store, period.cutOff)
  const before = new Map((earlier ? listPassagesOfInput(store, earlier, name) : []).map(({ unit, text }) => [unit, text]))
  return listExpectedUnits(store, period.code)
    .filter(({ line }) => askOfLine(programme, line).tasks === 'all')
    .map(({ code, name: unitName }) => {
      const text = (written.get(code) ?? '').normalize('NFC')
      const hasSent = written.has(code) || findEffective(store, period.code, code) !== undefined
      return { unit: code, unitName, task: request.task, text, hasSent, isNews: isNews(text, before.get(code)) }
    })
}

/** What one unit wrote on every task, in its workbook or in the paper it was taken from, in the programme's order, with the last period's text beside it. Refuses with `period.not_found`, `unit.not_found`. */
export function listUnitPassages(
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string; unit: string },
): (ReadPassage & { before: string | null })[] {
  const period = getPeriod(store, request.period)
  const unit = getExpectedUnit(store, period.code, request.unit)
  const programme = getProgramme(store, period.programmeVersion)
  const textsOf = (code: string | undefined): ReadonlyMap<string, string> | undefined => {
    const submission = code === undefined ? undefined : findEffective(store, code, unit.code)
    return submission && new Map(listTextsInEffect(store, submission).map(({ name, text }) => [name, text.normalize('NFC')]))
  }
  const own = textsOf(period.code)
  const last = textsOf(earlierThan(store, period.cutOff))
  return programme.tasks.map(({ code }) => {
    const text = own?.get(`nar.${code}`) ?? ''
    const before = last?.get(`nar.${code}`)
    return {
      unit: unit.code,
      unitName: unit.name,
      task: code,
      text,
      hasSent: own !== undefined,
      isNews: isNews(text, before),
      before: before ?? null,
    }
  })
}

const earlierThan = (store: ServiceContext['store'], cutOff: string): string | undefined =>
  listPeriods(store)
    .filter((one) => one.cutOff < cutOff)
    .toSorted((a, b) => (a.cutOff < b.cutOff ? -1 : 1))
    .at(-1)?.code
