import type { Id } from '../../../shared/domain/identity.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { noteName, proposalCount } from '../../../shared/domain/template.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand, type RowReference } from '../../audit/run-command.ts'
import { findLaidText, insertLaidText, listLaidTexts, updateLaidTextWithdrawn, type LaidText } from '../../store/laid-text-store.ts'
import { getOpenPeriod } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import { listTexts } from '../../store/submission-rows.ts'
import { findEffective } from '../../store/submission-store.ts'
import { refreshNarratives } from '../refresh-narratives.ts'
import { getAttachedFile } from './list-papers.ts'

/** A passage of the paper for one text of the template: under which heading it stands, and the block it begins with, from 1. */
export type TakenPassage = { name: string; text: string; heading: string; paragraph: number }

/**
 * Lays passages of a unit's paper over its texts: the workbook's own stay as they are and both are shown. What was laid over the
 * same text before is replaced. Refuses with `paper.not_found`, `paper.no_unit` (nobody said whose the paper is), `paper.no_text`,
 * `trace.unknown_input`, `period.closed`.
 */
export function layTexts(context: ServiceContext, request: { receipt: Id; items: readonly TakenPassage[] }): LaidText[] {
  const { store } = context
  const file = getAttachedFile(context, request.receipt)
  const { unit } = file
  if (unit === null) throw new AppError('paper.no_unit')
  const period = getOpenPeriod(store, file.period)
  const names = textNames(getProgramme(store, period.programmeVersion))
  for (const { name, text } of request.items) {
    if (!names.has(name)) throw new AppError('trace.unknown_input', { name })
    if (text.normalize('NFC').trim() === '') throw new AppError('paper.no_text')
  }
  return runCommand(context, () => {
    const effective = findEffective(store, period.code, unit)
    const reported = new Map(effective ? listTexts(store, effective.key).map((text) => [text.name, text.text]) : [])
    const ids: Id[] = []
    const rows: RowReference[] = []
    for (const { name, text, heading, paragraph } of request.items) {
      const id = context.newId()
      const own = reported.get(name) ?? ''
      const next = {
        id,
        period: period.code,
        unit,
        name,
        text: text.normalize('NFC').trim(),
        reported: own === '' ? null : own,
        receipt: file.receipt,
        sha256: file.sha256,
        heading: heading.normalize('NFC').trim(),
        paragraph,
        actor: context.actor,
        at: context.clock(),
      }
      ids.push(id)
      for (const key of [...insertLaidText(store, next), id]) rows.push({ table: 'laid_text', key })
    }
    if (effective) refreshNarratives(context, { key: effective.key, period: period.code, unit })
    const params = { period: period.code, unit, count: request.items.length, sha256: file.sha256 }
    return { entry: { action: 'paper.take_texts', params, rows }, result: ids.map((id) => findLaidText(store, id)!) }
  })
}

/** Narratives, proposals and the general note: what a unit writes in sentences. */
function textNames({ tasks }: Programme): ReadonlySet<string> {
  const proposals = Array.from({ length: proposalCount }, (_, index) => [`prop.${index + 1}.text`, `prop.${index + 1}.addressee`])
  return new Set([...tasks.map(({ code }) => `nar.${code}`), ...proposals.flat(), noteName])
}

/**
 * The places for proposals that neither the unit's workbook nor a paper fills, from 1; all of them while nobody said whose the paper is.
 * Refuses with `paper.not_found`.
 */
export function listFreeProposals({ store }: Pick<ServiceContext, 'store'>, request: { receipt: Id }): number[] {
  const { unit, period } = getAttachedFile({ store }, request.receipt)
  const effective = unit === null ? undefined : findEffective(store, period, unit)
  const written = effective ? listTexts(store, effective.key).filter(({ text }) => text !== '') : []
  const laid = unit === null ? [] : listLaidTexts(store, period, unit).filter(({ state }) => state === 'active' || state === 'suspended')
  const used = new Set([...written, ...laid].map(({ name }) => /^prop\.(\d+)\./.exec(name)?.[1]))
  return Array.from({ length: proposalCount }, (_, index) => index + 1).filter((number) => !used.has(String(number)))
}

/** The workbook's own text counts again. Refuses with `paper.text_not_found`, `paper.text_not_in_force`, `paper.no_reason`, `period.closed`. */
export function withdrawText(context: ServiceContext, request: { id: Id; reason: string }): LaidText {
  const { store } = context
  const reason = request.reason.normalize('NFC').trim()
  if (reason === '') throw new AppError('paper.no_reason')
  return runCommand(context, () => {
    const laid = findLaidText(store, request.id)
    if (!laid) throw new AppError('paper.text_not_found', { id: request.id })
    if (laid.state !== 'active' && laid.state !== 'suspended') throw new AppError('paper.text_not_in_force')
    getOpenPeriod(store, laid.period)
    updateLaidTextWithdrawn(store, laid.id, reason)
    const effective = findEffective(store, laid.period, laid.unit)
    if (effective) refreshNarratives(context, { key: effective.key, period: laid.period, unit: laid.unit })
    const { period, unit, name } = laid
    return {
      entry: { action: 'paper.withdraw_text', params: { period, unit, name, reason }, rows: [{ table: 'laid_text', key: laid.id }] },
      result: findLaidText(store, laid.id)!,
    }
  })
}

/** Everything laid over the texts of a unit, replaced and withdrawn ones included, oldest first. */
export const listTaken = ({ store }: Pick<ServiceContext, 'store'>, request: { period: string; unit: string }): LaidText[] =>
  listLaidTexts(store, request.period, request.unit)
