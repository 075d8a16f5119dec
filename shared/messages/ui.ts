import { texts } from './text.ts'

/** Words of the pieces that all pages share. */
export const uiTexts = texts({
  close: { vi: 'Đóng', en: 'Close' },
})
