import { texts } from './text.ts'

export const auditErrors = texts({})
