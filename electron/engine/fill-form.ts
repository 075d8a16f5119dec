import { extname } from 'node:path'
import type { FormReading, FormValues, FoundMark } from '../../shared/domain/form.ts'
import { repeatMark } from '../../shared/domain/form.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { ReportFigure } from '../../shared/domain/report-text.ts'
import { AppError } from '../../shared/errors.ts'
import { formPageTexts } from '../../shared/messages/form.ts'
import { formValues, listFormMarks, rowValue, type NamedValue } from '../../shared/rules/form-values.ts'
import { sha256 } from '../audit/canonical.ts'
import { readSnapshot } from '../report/read-snapshot.ts'
import { writeTarget } from '../report/write-target.ts'
import { findFreeze } from '../store/report-freeze-store.ts'
import { getReport } from '../store/report-store.ts'
import { composeReport } from './compose-report.ts'
import type { EngineContext } from './context.ts'

export type FormScope = { period: string; kind: ReportKind; report?: Id | undefined }
type Opened = { source: ReportSource; isFrozen: boolean }

/** `known`: stands for something; `blocked`: in a row that cannot be repeated where it stands. */
export type JudgedMark = Omit<FoundMark, 'isBlocked'> & {
  label: string | null
  shown: string | null
  state: 'known' | 'unknown' | 'blocked'
}
export type JudgedForm = Omit<FormReading, 'marks'> & { marks: JudgedMark[]; isFrozen: boolean }

/** The very figures of a report that was submitted; of anything else those of now. */
async function openSource(context: EngineContext, { period, kind, report }: FormScope): Promise<Opened> {
  if (report === undefined) return { source: composeReport(context, { period, kind }), isFrozen: false }
  const own = getReport(context.store, report)
  const freeze = own.state === 'draft' || own.state === 'reviewed' ? undefined : findFreeze(context.store, report)
  return freeze
    ? { source: (await readSnapshot(context.store, report, freeze)).source, isFrozen: true }
    : { source: composeReport(context, own), isFrozen: false }
}

export async function marksOf(
  context: EngineContext,
  { unit: code, ...scope }: FormScope & { unit?: string | undefined },
): Promise<ReportFigure[]> {
  const { source } = await openSource(context, scope)
  const unit = code === undefined ? undefined : source.units.find((one) => one.code === code)
  if (code !== undefined && !unit) throw new AppError('unit.not_found', { unit: code })
  return listFormMarks(source, unit)
}

export async function readFormOf(context: EngineContext, { form, ...scope }: FormScope & { form: Id }): Promise<JudgedForm> {
  const opened = await openSource(context, scope)
  const { path, name } = context.staging.get(form)
  const { reading } = await context.pool.run('read_form', { path, name })
  return judge(opened, reading)
}

export async function fillFormOf(
  context: EngineContext,
  { form, target, ...scope }: FormScope & { form: Id; target?: Id | undefined },
): Promise<JudgedForm & { file: Id; name: string; sha256: string; filled: number }> {
  const { staging } = context
  const { path, name } = staging.get(form)
  const filled = await fillFile(context, scope, { path, name })
  const file = target === undefined ? staging.reserve(filled.name, 'output') : staging.getTarget(target)
  const { bytes, ...told } = filled
  return { ...told, name: file.name, file: file.id, ...(await writeFilled(file.path, bytes)) }
}

export async function writeFilled(path: string, bytes: Uint8Array): Promise<{ sha256: string }> {
  await writeTarget(path, bytes)
  return { sha256: sha256(bytes) }
}

/** A form at a path, filled; who names a path is in this process. */
export async function fillFile(
  context: EngineContext,
  scope: FormScope,
  { path, name }: { path: string; name: string },
): Promise<JudgedForm & { bytes: Uint8Array; name: string; filled: number }> {
  const opened = await openSource(context, scope)
  const { reading } = await context.pool.run('read_form', { path, name })
  const judged = judge(opened, reading)
  const { bytes } = await context.pool.run('fill_form', { path, name, order: orderOf(opened.source, reading.marks) })
  const known = judged.marks.filter(({ state, mark }) => state === 'known' && mark !== repeatMark)
  const times = ({ count, isRepeated }: JudgedMark): number => count * (isRepeated ? opened.source.units.length : 1)
  const ending = extname(name)
  return {
    ...judged,
    bytes,
    name: `${name.slice(0, name.length - ending.length)}_${formPageTexts.fileEnd.vi}${ending}`,
    filled: known.reduce((sum, mark) => sum + times(mark), 0),
  }
}

function judge({ source, isFrozen }: Opened, { format, formulas, marks }: FormReading): JudgedForm {
  const valueOf = formValues(source)
  const [first] = source.units
  return {
    format,
    formulas,
    isFrozen,
    marks: marks.map(({ isBlocked, ...found }): JudgedMark => {
      const own = found.isRepeated && first ? rowValue(source, first, found.mark) : undefined
      const value = own ?? valueOf(found.mark)
      const isKnown = value !== undefined || (found.mark === repeatMark && found.isRepeated)
      return {
        ...found,
        label: value?.label ?? null,
        shown: value?.shown ?? null,
        state: isBlocked ? 'blocked' : isKnown ? 'known' : 'unknown',
      }
    }),
  }
}

function orderOf(source: ReportSource, marks: readonly FoundMark[]): { values: FormValues; units: FormValues[] } {
  const valueOf = formValues(source)
  const names = [...new Set(marks.map(({ mark }) => mark))]
  const repeated = [...new Set(marks.flatMap(({ mark, isRepeated }) => (isRepeated ? [mark] : [])))]
  return {
    values: keep(names, valueOf),
    units: repeated.length === 0 ? [] : source.units.map((unit) => keep(repeated, (mark) => rowValue(source, unit, mark))),
  }
}

/** Without labels: forms show none. */
const keep = (names: readonly string[], valueOf: (name: string) => NamedValue | undefined): FormValues =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = valueOf(name)
      if (!value) return []
      const { label: _label, ...own } = value
      return [[name, own]]
    }),
  )
