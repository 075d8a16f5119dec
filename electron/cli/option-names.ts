/** Every option of every command, once: one name has one meaning and one type everywhere. */
export const optionTypes = {
  data: 'string',
  json: 'boolean',
  lang: 'string',
  actor: 'string',
  help: 'boolean',
  programme: 'string',
  units: 'string',
  from: 'string',
  to: 'string',
  due: 'string',
  'cut-off': 'string',
  'ends-year': 'boolean',
  period: 'string',
  out: 'string',
  unit: 'string',
  task: 'string',
  received: 'string',
  channel: 'string',
  progress: 'boolean',
  as: 'string',
  open: 'boolean',
  reason: 'string',
  basis: 'string',
  kind: 'string',
  format: 'string',
  audit: 'boolean',
  all: 'boolean',
  action: 'string',
  limit: 'string',
  by: 'string',
  roles: 'string',
  'display-name': 'string',
} as const satisfies Record<string, 'string' | 'boolean'>
export type OptionName = keyof typeof optionTypes

/** Understood by every command. */
export const globalOptions = ['data', 'json', 'lang', 'actor', 'help'] as const satisfies readonly OptionName[]
