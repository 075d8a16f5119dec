import { texts } from './text.ts'

export const verifyPageTexts = texts({
  title: { vi: 'Kiểm chứng văn bản', en: 'Check of a paper' },
  drop: { vi: 'Kéo thả tệp PDF vào đây, hoặc chọn tệp.', en: 'Drop a PDF here, or choose one.' },
  over: { vi: 'Thả tệp để kiểm chứng.', en: 'Let go to have it checked.' },
  choose: { vi: 'Chọn tệp PDF…', en: 'Choose a PDF…' },
  reading: { vi: 'Đang kiểm chứng {name}…', en: 'Checking {name}…' },
  unstaged: { vi: 'Chưa đọc được {name}. Chọn tệp PDF không quá 20 MB.', en: '{name} was not read. Choose a PDF of at most 20 MB.' },
  whole: { vi: 'Nguyên vẹn', en: 'Unchanged' },
  signer: { vi: 'Người ký', en: 'Signer' },
  kept: { vi: 'Khớp bản chốt', en: 'The kept paper' },
  report: { vi: '{kind}, kỳ {period}: {state}', en: '{kind}, period {period}: {state}' },
  details: { vi: 'Chi tiết kỹ thuật', en: 'Technical details' },
  code: { vi: 'Mã trên Phiếu kiểm chứng', en: 'Code of a verification slip' },
  codeHow: { vi: 'Tám ký tự, có hoặc không có gạch nối.', en: 'Eight signs, with or without the hyphen.' },
  codeMissing: { vi: 'Nhập mã trên phiếu.', en: 'Type the code of the slip.' },
  find: { vi: 'Tra mã', en: 'Look it up' },
})
