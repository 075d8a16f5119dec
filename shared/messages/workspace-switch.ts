import { texts } from './text.ts'

/** Refusals around the sample and restoring. */
export const switchErrors = texts({
  'workspace.busy': {
    vi: 'Còn việc đang chạy nên chưa khôi phục. Chờ xong hoặc bấm Dừng ở việc đó, rồi khôi phục lại.',
    en: 'Work is still going on, so nothing was restored. Wait for it or stop it, then restore again.',
  },
  'workspace.restoring': {
    vi: 'Dữ liệu đang được khôi phục. Chờ xong rồi làm tiếp.',
    en: 'The data are being restored. Wait until that is done and go on.',
  },
  'workspace.in_sample': {
    vi: 'Việc này chưa làm được khi đang xem dữ liệu mẫu. Trở về dữ liệu của cơ quan rồi làm.',
    en: 'This cannot be done while the sample is shown. Go back to the office’s own data first.',
  },
  'workspace.window_only': {
    vi: 'Việc này làm được trong cửa sổ của ứng dụng, trang Bắt đầu.',
    en: 'This is done in the window of the application, on the page Start.',
  },
})
