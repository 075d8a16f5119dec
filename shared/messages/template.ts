import { texts } from './text.ts'

export const templateErrors = texts({})
