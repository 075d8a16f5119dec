import { texts } from './text.ts'

/** What one version does to the province's rate of one indicator. `delta` carries its own unit. */
export const effectTexts = texts({
  rises: { vi: 'Tỷ lệ chung của tỉnh tăng {delta}', en: 'The rate of the province rises by {delta}' },
  falls: { vi: 'Tỷ lệ chung của tỉnh giảm {delta}', en: 'The rate of the province falls by {delta}' },
  stays: { vi: 'Tỷ lệ chung của tỉnh không đổi', en: 'The rate of the province stays the same' },
  appears: { vi: 'Tỷ lệ chung của tỉnh là {rate}', en: 'The rate of the province is {rate}' },
  vanishes: { vi: 'Tỷ lệ chung của tỉnh không còn tính được', en: 'The rate of the province can no longer be computed' },
  points: { vi: '{delta} điểm\u00a0%', en: '{delta} points' },
})
