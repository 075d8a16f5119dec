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
import { Coming } from '../ui/coming.tsx'

/** A page's code is loaded when it is first shown. */
export type PageEntry = { Icon: LucideIcon; Page: ComponentType<PageProps> }

export const pages: Readonly<Record<PageId, PageEntry>> = {
  start: { Icon: Flag, Page: lazy(async () => ({ default: (await import('../features/start/start-page.tsx')).StartPage })) },
  overview: {
    Icon: ChartNoAxesColumn,
    Page: lazy(async () => ({ default: (await import('../features/overview/overview-page.tsx')).OverviewPage })),
  },
  intake: {
    Icon: Inbox,
    Page: lazy(async () => ({ default: (await import('../features/intake/intake-page.tsx')).IntakePage })),
  },
  register: {
    Icon: ListChecks,
    Page: lazy(async () => ({ default: (await import('../features/register/register-page.tsx')).RegisterPage })),
  },
  figures: {
    Icon: Table2,
    Page: lazy(async () => ({ default: (await import('../features/figures/figures-page.tsx')).FiguresPage })),
  },
  reconcile: {
    Icon: Scale,
    Page: lazy(async () => ({ default: (await import('../features/reconcile/reconcile-page.tsx')).ReconcilePage })),
  },
  review: { Icon: MessageSquareText, Page: () => <Coming page="review" /> },
  report: {
    Icon: FileText,
    Page: lazy(async () => ({ default: (await import('../features/report/report-page.tsx')).ReportPage })),
  },
  journal: {
    Icon: BookOpenCheck,
    Page: lazy(async () => ({ default: (await import('../features/journal/journal-page.tsx')).JournalPage })),
  },
  settings: {
    Icon: Settings,
    Page: lazy(async () => ({ default: (await import('../features/settings/settings-page.tsx')).SettingsPage })),
  },
}
