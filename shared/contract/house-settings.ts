import { z } from 'zod'
import { reportStyle } from '../domain/report-style.ts'
import { ruleParameterName, ruleParameterValue } from '../domain/rule-parameters.ts'
import { command, queryOf } from './call.ts'
import { isoDay } from './values.ts'

export const houseSettings = z.strictObject({ idleMinutes: z.int().min(1).max(240) })

/** What an office decides for everybody who works on this workspace. */
export const settings = {
  get: queryOf('workspace').input(z.strictObject({})).output(houseSettings),
  /** The day that the committee’s term began: numbers run on from there. */
  term: queryOf('workspace')
    .input(z.strictObject({}))
    .output(z.strictObject({ termFrom: isoDay })),
  /** What reports look like where nothing else was decided for one. */
  reportStyle: queryOf('workspace').input(z.strictObject({})).output(reportStyle),
  updateReportStyle: command('workspace', 'reports').input(reportStyle).output(reportStyle),
  updateTerm: command('workspace', 'reports')
    .input(z.strictObject({ termFrom: isoDay }))
    .output(z.strictObject({ termFrom: isoDay })),
  update: command('workspace', 'session').input(houseSettings).output(houseSettings),
  /** The size a rule judges by, for every period; null = as the programme says. */
  setRule: command('workspace', 'findings')
    .input(z.strictObject({ name: ruleParameterName, value: ruleParameterValue.nullable() }))
    .output(z.strictObject({ name: ruleParameterName, value: ruleParameterValue })),
}
