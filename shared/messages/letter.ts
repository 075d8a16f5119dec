import { texts } from './text.ts'

/** What each paper is called. */
export const letterTexts = texts({
  urging: { vi: 'Công văn đôn đốc', en: 'Urging letter' },
  notice: { vi: 'Thông báo tồn tại, hạn chế', en: 'Notice of shortcomings' },
  minutes: { vi: 'Biên bản đối chiếu', en: 'Minutes of reconciliation' },
  query: { vi: 'Phiếu hỏi số liệu', en: 'Query sheet' },
  worksheet: { vi: 'Phiếu làm việc với đơn vị', en: 'Working sheet' },
  record: { vi: 'Hồ sơ đơn vị', en: 'Record of the unit' },
  noFigure: { vi: 'Chưa có số liệu', en: 'No figures' },
})

/** File names in ASCII letters, because sticks and chat programs break others; `{unit}` is the unit's code. */
export const paperFileNames = {
  urging: 'cong-van-don-doc_{period}_lan-{round}.pdf',
  notice: 'thong-bao_{period}_{unit}.pdf',
  minutes: 'bien-ban_{period}_{unit}.pdf',
  query: 'phieu-hoi_{period}_{unit}.xlsx',
  worksheet: 'phieu-lam-viec_{period}_{unit}.pdf',
  record: 'ho-so_{period}_{unit}.pdf',
} as const
