import { Tabs } from '@mantine/core'
import { pageTexts } from '../../../shared/messages/page.ts'
import { settingsSections } from '../../../shared/messages/settings.ts'
import type { PageProps } from '../../client/page-props.ts'
import { usePlace } from '../../client/place.tsx'
import { DisplayControls } from '../../ui/display-controls.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AccountSection } from './account-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { InboxSection } from './inbox-section.tsx'
import { PeriodSection } from './period-section.tsx'
import { ProgrammeSection } from './programme-section.tsx'
import { ReportStyleSection } from './report-style-section.tsx'
import { RuleSection } from './rule-section.tsx'
import { TrustSection } from './trust-section.tsx'
import { UnitSection } from './unit-section.tsx'
import '../../ui/data-table.css'
import './settings.css'

const sections = ['accounts', 'periods', 'units', 'programme', 'rules', 'style', 'trust', 'inbox', 'backup', 'display'] as const
type Section = (typeof sections)[number]

const DisplaySection = () => (
  <div className="panel panel-body display-section">
    <DisplayControls />
  </div>
)

const contents: Readonly<Record<Section, (props: PageProps) => React.ReactNode>> = {
  accounts: AccountSection,
  periods: PeriodSection,
  units: UnitSection,
  programme: ProgrammeSection,
  rules: RuleSection,
  style: ReportStyleSection,
  trust: TrustSection,
  inbox: InboxSection,
  backup: BackupSection,
  display: DisplaySection,
}

/** What an office sets once and looks up now and then; the section stands in the address. */
export function SettingsPage({ period }: PageProps) {
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const shown = sections.find((section) => section === params['section']) ?? 'accounts'
  const Content = contents[shown]
  return (
    <>
      <PageHead title={say(pageTexts.settings)} />
      <Tabs value={shown} onChange={(section) => set({ section: section ?? undefined, find: undefined })} keepMounted={false}>
        <Tabs.List className="settings-tabs" aria-label={say(pageTexts.settings)}>
          {sections.map((section) => (
            <Tabs.Tab key={section} value={section}>
              {say(settingsSections[section])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} className="settings-section">
          <Content period={period} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
