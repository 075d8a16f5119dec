import { texts } from './text.ts'

/** The way a unit's files came. */
export const channelTexts = texts({
  usb: { vi: 'USB', en: 'USB stick' },
  zalo: { vi: 'Zalo', en: 'Zalo message' },
  lan: { vi: 'Mạng nội bộ', en: 'Internal network' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  paper: { vi: 'Bản giấy', en: 'Paper' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  other: { vi: 'Cách khác', en: 'Another way' },
})

/** Kinds of units of the bundled list; another list may name others, which stand for themselves. */
export const unitKindTexts = texts({
  phuong: { vi: 'Phường', en: 'Ward' },
  xa: { vi: 'Xã', en: 'Commune' },
  ldld: { vi: 'Liên đoàn Lao động', en: 'Federation of Labour' },
  du_ubnd: { vi: 'Đảng ủy UBND', en: 'Government Party Committee' },
  mttq: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
  ban_dang: { vi: 'Ban Đảng', en: 'Party board' },
})
