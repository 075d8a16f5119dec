import type { Id } from '../../shared/domain/identity.ts'
import type { ReportSource } from '../../shared/domain/report.ts'
import type { LooseNumber, ReportFigure, SectionText, StaleFigure } from '../../shared/domain/report-text.ts'
import { isUnwritten } from '../../shared/rules/assemble-sections.ts'
import { looseNumbers, staleFigures } from '../../shared/rules/figure-tokens.ts'
import { generatedParagraphs, wordingOf } from '../../shared/rules/list-paragraphs.ts'
import { tidyText } from '../../shared/vietnamese/text-key.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Store } from '../store/database.ts'
import { listParagraphTexts } from '../store/report-paragraph-store.ts'
import { listSectionTexts, pinsInForce } from '../store/report-text-store.ts'
import { writableSections } from './write-texts.ts'

/** `generated`: the program's words now, null where it has none any more; `isChanged`: they were others when `own` was written (RT9). */
export type ParagraphView = {
  key: string
  section: string | null
  generated: string | null
  own: { text: string; base: string; at: string; actor: string; isChanged: boolean } | null
  versions: { id: Id; text: string | null; actor: string; at: string }[]
  stale: StaleFigure[]
  loose: LooseNumber[]
}

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
    /** Nobody has written it yet, and the program cannot. */
    isUnwritten: boolean
  }[]
  /** What the program words, then words of the office whose paragraph is gone. */
  paragraphs: ParagraphView[]
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
    sections: writableSections(programme, kind).map((section) => {
      const { code, number, heading } = section
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
        // The source is from before what was just written.
        isUnwritten: isUnwritten({ ...source, written: { [section.code]: text } }, section),
      }
    }),
    paragraphs: listParagraphs(store, source, figures),
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

function listParagraphs(store: Store, source: ReportSource, figures: readonly ReportFigure[]): ParagraphView[] {
  const versionsOf = Map.groupBy(listParagraphTexts(store, { period: source.period.code, kind: source.kind }), ({ paragraph }) => paragraph)
  const generated = generatedParagraphs(source)
  const keys = new Set(generated.map(({ key }) => key))
  const view = (key: string, section: string | null, words: string | null): ParagraphView => {
    const versions = (versionsOf.get(key) ?? []).toReversed()
    const [newest] = versions
    const text = newest?.text ?? null
    const isChanged = newest !== undefined && (words === null || wordingOf(words) !== wordingOf(newest.base))
    return {
      key,
      section,
      generated: words,
      own: newest && text !== null ? { text, base: newest.base, at: newest.at, actor: newest.actor, isChanged } : null,
      versions: versions.map(({ id, text: written, actor, at }) => ({ id, text: written, actor, at })),
      stale: staleFigures(text ?? '', figures),
      loose: looseNumbers(text ?? '', figures),
    }
  }
  const sections = new Set(source.programme.outline.map(({ code }) => code))
  const sectionOf = (key: string): string | null => [key.split('/', 1)[0]!].find((code) => sections.has(code)) ?? null
  const gone = [...versionsOf.keys()].filter((key) => !keys.has(key)).map((key) => view(key, sectionOf(key), null))
  return [...generated.map(({ key, section, text }) => view(key, section, text)), ...gone.filter(({ own }) => own !== null)]
}
