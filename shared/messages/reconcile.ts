import { texts } from './text.ts'

export const reconcileErrors = texts({})

export const checkRules = texts({
  C1: { vi: '', en: '' },
})
