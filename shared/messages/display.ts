import { texts } from './text.ts'

/** How the page looks, chosen by whoever sits before it and kept on this machine. */
export const displayTexts = texts({
  title: { vi: 'Hiển thị', en: 'Display' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  theme: { vi: 'Nền', en: 'Theme' },
  auto: { vi: 'Theo máy', en: 'As the system' },
  light: { vi: 'Sáng', en: 'Light' },
  dark: { vi: 'Tối', en: 'Dark' },
  contrast: { vi: 'Độ tương phản', en: 'Contrast' },
  usual: { vi: 'Bình thường', en: 'Usual' },
  more: { vi: 'Cao', en: 'High' },
  textSize: { vi: 'Cỡ chữ', en: 'Text size' },
})
