import { texts } from './text.ts'

export const reportErrors = texts({})
