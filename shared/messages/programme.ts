import { texts } from './text.ts'

export const programmeErrors = texts({})
