import type { Programme } from '../domain/programme.ts'
import type { Language } from '../messages/text.ts'

/** What people call an input: `um_total`, `fld.um_total`, `nar.tsk.1.1`, `mil.plan.date`, `mon.x`; a name without a label stands for itself. */
export function labelOf({ fields, tasks, milestones, monitors }: Programme, name: string, language: Language): string {
  const [prefix, rest] = /^(fld|nar|mil|mon)\.(.+)$/.exec(name)?.slice(1) ?? ['fld', name]
  const among: readonly { code: string; label: Readonly<Record<Language, string>> }[] =
    prefix === 'nar' ? tasks : prefix === 'mil' ? milestones : prefix === 'mon' ? monitors : fields
  return among.find(({ code }) => code === rest || (prefix === 'mil' && rest!.startsWith(`${code}.`)))?.label[language] ?? name
}
