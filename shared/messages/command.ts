import { texts } from './text.ts'

export const commandErrors = texts({})
