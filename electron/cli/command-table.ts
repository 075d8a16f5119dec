import type { CommandName } from '../../shared/messages/command-help.ts'
import type { Command } from './command.ts'

/** Each command's file is read only when it is called. */
export const commandTable: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  'period open': async () => (await import('./commands/period.ts')).periodOpen,
  'period close': async () => (await import('./commands/period.ts')).periodClose,
  'period reopen': async () => (await import('./commands/period.ts')).periodReopen,
  'period list': async () => (await import('./commands/period.ts')).periodList,
  'period register': async () => (await import('./commands/period.ts')).periodRegister,
  'units list': async () => (await import('./commands/units.ts')).unitsList,
  'units import': async () => (await import('./commands/units.ts')).unitsImport,
  templates: async () => (await import('./commands/templates.ts')).templates,
  import: async () => (await import('./commands/import.ts')).importCommand,
  'held list': async () => (await import('./commands/held.ts')).heldList,
  'held resolve': async () => (await import('./commands/held.ts')).heldResolve,
  status: async () => (await import('./commands/status.ts')).status,
  findings: async () => (await import('./commands/findings.ts')).findings,
  figures: async () => (await import('./commands/figures.ts')).figures,
  trace: async () => (await import('./commands/trace.ts')).trace,
  adjust: async () => (await import('./commands/adjust.ts')).adjust,
  'adjust withdraw': async () => (await import('./commands/adjust.ts')).adjustWithdraw,
  'journal list': async () => (await import('./commands/journal.ts')).journalList,
  'report build': async () => (await import('./commands/report.ts')).reportBuild,
  'report list': async () => (await import('./commands/report.ts')).reportList,
  verify: async () => (await import('./commands/verify.ts')).verify,
  'clock accept': async () => (await import('./commands/clock.ts')).clockAccept,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/backup.ts')).restore,
  demo: async () => (await import('./commands/demo.ts')).demo,
  help: async () => (await import('./commands/help.ts')).help,
}
