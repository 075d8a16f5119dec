import { texts } from './text.ts'

export const importErrors = texts({})

export const importRules = texts({})
