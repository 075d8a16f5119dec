import '@mantine/core/styles.css'
import './frame.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from '../client/connect.ts'
import { EngineProvider } from '../client/engine-provider.tsx'
import { createPlaces, Places } from '../client/place.tsx'
import { LanguageProvider } from '../ui/language.tsx'
import { Application } from './application.tsx'
import { theme } from './theme.ts'
import { CrashNotice, NotOpened } from './trouble.tsx'

const content = await connect().then(
  (connection): ReactNode => (
    <EngineProvider connection={connection}>
      <Places router={createPlaces(Application)} />
    </EngineProvider>
  ),
  (error: unknown): ReactNode => <NotOpened error={error} />,
)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageProvider>
        <CrashNotice>{content}</CrashNotice>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
)
