import {
  BookOpenCheck,
  ChartNoAxesColumn,
  FileText,
  Flag,
  Inbox,
  ListChecks,
  MessageSquareText,
  Scale,
  Settings,
  Table2,
  type LucideIcon,
} from 'lucide-react'
import { lazy, type ComponentType } from 'react'
import type { PageProps } from '../client/page-props.ts'
import type { PageId } from '../client/page-ids.ts'

export type PageEntry = { Icon: LucideIcon; Page: ComponentType<PageProps> }

type PageModule = { default: ComponentType<PageProps> }

/** How the code of each page is fetched; what is not built yet has none. */
const modules = {
  start: async () => ({ default: (await import('../features/start/start-page.tsx')).StartPage }),
  overview: async () => ({ default: (await import('../features/overview/overview-page.tsx')).OverviewPage }),
  intake: async () => ({ default: (await import('../features/intake/intake-page.tsx')).IntakePage }),
  register: async () => ({ default: (await import('../features/register/register-page.tsx')).RegisterPage }),
  figures: async () => ({ default: (await import('../features/figures/figures-page.tsx')).FiguresPage }),
  reconcile: async () => ({ default: (await import('../features/reconcile/reconcile-page.tsx')).ReconcilePage }),
  review: async () => ({ default: (await import('../features/review/review-page.tsx')).ReviewPage }),
  report: async () => ({ default: (await import('../features/report/report-page.tsx')).ReportPage }),
  journal: async () => ({ default: (await import('../features/journal/journal-page.tsx')).JournalPage }),
  settings: async () => ({ default: (await import('../features/settings/settings-page.tsx')).SettingsPage }),
} satisfies Partial<Record<PageId, () => Promise<PageModule>>>

/** A page's code is loaded when it is first shown, or when the first screen has long been there and nothing else is to do. */
export const pages: Readonly<Record<PageId, PageEntry>> = {
  start: { Icon: Flag, Page: lazy(modules.start) },
  overview: { Icon: ChartNoAxesColumn, Page: lazy(modules.overview) },
  intake: { Icon: Inbox, Page: lazy(modules.intake) },
  register: { Icon: ListChecks, Page: lazy(modules.register) },
  figures: { Icon: Table2, Page: lazy(modules.figures) },
  reconcile: { Icon: Scale, Page: lazy(modules.reconcile) },
  review: { Icon: MessageSquareText, Page: lazy(modules.review) },
  report: { Icon: FileText, Page: lazy(modules.report) },
  journal: { Icon: BookOpenCheck, Page: lazy(modules.journal) },
  settings: { Icon: Settings, Page: lazy(modules.settings) },
}

/** One page's code after the other, each in an idle moment, so that the first click on a page does not wait for it; `then` after the last. */
export function fetchPagesWhenIdle(then: () => void): void {
  const fetchNext = ([next, ...others]: readonly (() => Promise<PageModule>)[]): void => {
    if (!next) return void requestIdleCallback(then)
    // A page that cannot be fetched now is fetched, and told about, when somebody opens it.
    requestIdleCallback(
      () =>
        void next()
          .finally(() => fetchNext(others))
          .catch(() => undefined),
    )
  }
  fetchNext(Object.values(modules))
}
