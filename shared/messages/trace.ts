import { texts } from './text.ts'

/** The origin of a number: the panel beside a page, and the sheet as it looks. */
export const traceTexts = texts({
  open: { vi: 'Xem ô gốc', en: 'See the source cell' },
})
