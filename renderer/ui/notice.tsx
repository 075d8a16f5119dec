import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'

export function Notice({ role, children }: { role: 'alert' | 'status'; children: ReactNode }) {
  return (
    <Alert className="notice" color="orange" variant="outline" role={role}>
      {children}
    </Alert>
  )
}
