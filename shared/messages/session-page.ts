import { texts } from './text.ts'

/** Signing in, locking, one's own account. */
export const gateTexts = texts({
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  name: { vi: 'Tên đăng nhập', en: 'Name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  show: { vi: 'Hiện', en: 'Show' },
  hide: { vi: 'Ẩn', en: 'Hide' },
  showPassword: { vi: 'Hiện mật khẩu', en: 'Show the password' },
  hidePassword: { vi: 'Ẩn mật khẩu', en: 'Hide the password' },
  marked: {
    vi: 'Ô này vừa nhận chữ có dấu: hãy tắt Unikey và kiểm tra Caps Lock.',
    en: 'Marked letters were typed: switch Unikey off and check Caps Lock.',
  },
  capsLock: { vi: 'Caps Lock đang bật.', en: 'Caps Lock is on.' },
  waitFor: {
    vi: 'Mật khẩu đã chưa đúng nhiều lần liền. Nhập lại được sau {time}.',
    en: 'The password was wrong several times. Try again in {time}.',
  },
  forgotten: {
    vi: 'Quên mật khẩu: người có vai trò Quản trị đặt lại được trong phần Thiết lập.',
    en: 'Forgotten: whoever has the role Administrator can set a new one in Settings.',
  },
  locked: { vi: 'Màn hình đang khóa', en: 'The screen is locked' },
  lockedBy: {
    vi: '{name} đang đăng nhập. Những gì đang gõ dở vẫn còn nguyên.',
    en: '{name} is signed in. Everything that was being typed is kept.',
  },
  unlock: { vi: 'Mở khóa', en: 'Unlock' },
  otherUser: { vi: 'Đổi người dùng', en: 'Another person' },
  otherUserMeans: {
    vi: 'Đổi người dùng thì những gì đang gõ dở, chưa ghi, sẽ không còn.',
    en: 'If another person signs in, what was being typed and is not recorded yet will be gone.',
  },
})

export const accountMenuTexts = texts({
  account: { vi: 'Tài khoản: {name}', en: 'Account: {name}' },
  lock: { vi: 'Khóa màn hình', en: 'Lock the screen' },
  changePassword: { vi: 'Đổi mật khẩu…', en: 'Change the password…' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  trial: { vi: 'Dữ liệu thử nghiệm', en: 'Trial data' },
  trialMeans: {
    vi: 'Chưa có tài khoản nào: ai mở máy này cũng làm được mọi việc, và bản in mang dòng “Dữ liệu thử nghiệm”.',
    en: 'There is no account yet: whoever opens this machine may do everything, and prints carry “trial data”.',
  },
  createFirst: { vi: 'Tạo tài khoản đầu tiên', en: 'Create the first account' },
  leaveSample: { vi: 'Rời dữ liệu mẫu', en: 'Leave the sample' },
})

export const passwordFormTexts = texts({
  title: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  current: { vi: 'Mật khẩu hiện nay', en: 'Present password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  again: { vi: 'Nhập lại mật khẩu mới', en: 'The new password again' },
  differ: { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two are not the same.' },
  change: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  later: { vi: 'Để sau', en: 'Not now' },
  changed: { vi: 'Đã đổi mật khẩu.', en: 'The password is changed.' },
  close: { vi: 'Đóng', en: 'Close' },
})
