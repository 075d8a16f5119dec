import type { RuleParameterName } from '../../shared/domain/rule-parameters.ts'
import type { Store } from './database.ts'

/** `workspace`, `machine`: random ids given at set-up. `sample`: '1' in a sample workspace. `idle_minutes`, `term_from`: what the office chose. `rule_parameters`: JSON of what the office set otherwise than the programme. `inbox`: JSON of the folder and media that are watched. `report_topic.<period>`: JSON of what its thematic report is about. `report_replaces.<period>.<kind>`: id of the issued report that the next one takes the place of, or nothing. `report_style`: JSON of what reports look like. */
export type SettingName =
  | 'workspace'
  | 'machine'
  | 'sample'
  | 'idle_minutes'
  | 'term_from'
  | 'rule_parameters'
  | 'inbox'
  | 'report_style'
  | `report_topic.${string}`
  | `report_replaces.${string}`

export const findSetting = (store: Store, name: SettingName): string | undefined =>
  store.pluck<[string], string>('SELECT value FROM setting WHERE name = ?').get(name)

/** Throws when the setting is missing: set-up writes all of them, so its absence is damage. */
export function getSetting(store: Store, name: SettingName): string {
  const value = findSetting(store, name)
  if (value === undefined) throw new Error(`setting ${name} is missing`)
  return value
}

export function updateSetting(store: Store, name: SettingName, value: string): void {
  store.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value)
}

/** What the office set of the rules, otherwise than the programme. */
export const readRuleSettings = (store: Store): Partial<Record<RuleParameterName, number>> =>
  JSON.parse(findSetting(store, 'rule_parameters') ?? '{}') as Partial<Record<RuleParameterName, number>>
