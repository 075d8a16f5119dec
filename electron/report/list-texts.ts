import type { ReportSource } from '../../shared/domain/report.ts'
import type { LooseNumber, ReportFigure, SectionText, StaleFigure } from '../../shared/domain/report-text.ts'
import { looseNumbers, staleFigures } from '../../shared/rules/figure-tokens.ts'
import { tidyText } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listSectionTexts, pinsInForce } from '../store/report-text-store.ts'
import { writableSections } from './write-texts.ts'

export type TextView = {
  sections: {
    code: string
    number: string
    heading: string
    text: string
    at: string | null
    actor: string | null
    versions: SectionText[]
    stale: StaleFigure[]
    loose: LooseNumber[]
  }[]
  /** `isLost`: the unit's narrative no longer says it. */
  tasks: { code: string; label: string; pins: { unit: string; unitName: string; text: string; isLost: boolean }[] }[]
  figures: ReportFigure[]
}

/** Everything the office wrote and chose for a kind of report on a period, in the order of the outline. */
export function listTexts({ store }: Pick<ServiceContext, 'store'>, source: ReportSource, figures: ReportFigure[]): TextView {
  const { programme, period, kind, units } = source
  const scope = { period: period.code, kind }
  const versionsOf = Map.groupBy(listSectionTexts(store, scope), ({ section }) => section)
  const pinsOf = pinsInForce(store, scope)
  const unitOf = new Map(units.map((unit) => [unit.code, unit]))
  return {
    sections: writableSections(programme, kind).map(({ code, number, heading }) => {
      const versions = (versionsOf.get(code) ?? []).toReversed()
      const [newest] = versions
      const text = newest?.text ?? ''
      return {
        code,
        number,
        heading: heading?.vi ?? '',
        text,
        at: newest?.at ?? null,
        actor: newest?.actor ?? null,
        versions,
        stale: staleFigures(text, figures),
        loose: looseNumbers(text, figures),
      }
    }),
    tasks: programme.tasks.map(({ code, label }) => ({
      code,
      label: label.vi,
      pins: (pinsOf.get(code)?.pins ?? []).map(({ unit, text }) => ({
        unit,
        unitName: unitOf.get(unit)?.name ?? unit,
        text,
        isLost: !tidyText(unitOf.get(unit)?.texts[`nar.${code}`] ?? '').includes(text),
      })),
    })),
    figures,
  }
}
