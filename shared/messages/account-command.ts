import { texts } from './text.ts'

/** What the commands about accounts answer. */
export const accountTexts = texts({
  typePassword: { vi: 'Mật khẩu mới: ', en: 'New password: ' },
  created: {
    vi: 'Đã tạo tài khoản {name} ({displayName}), quyền: {roles}.',
    en: 'Created the account {name} ({displayName}), roles: {roles}.',
  },
  createdFirst: {
    vi: 'Đã tạo tài khoản đầu tiên {name} ({displayName}), quyền: {roles}. Từ nay mỗi lệnh cần --actor TÊN và mật khẩu trong biến TONGHOP_PASSWORD.',
    en: 'Created the first account {name} ({displayName}), roles: {roles}. From now on every command needs --actor NAME and the password in TONGHOP_PASSWORD.',
  },
  rolesSet: { vi: 'Quyền của {name} ({displayName}): {roles}.', en: 'Roles of {name} ({displayName}): {roles}.' },
  disabled: {
    vi: 'Đã ngừng dùng tài khoản {name} ({displayName}); việc đã làm vẫn ghi tên người này.',
    en: 'Disabled the account {name} ({displayName}); what was done keeps its name.',
  },
  enabled: { vi: 'Đã mở lại tài khoản {name} ({displayName}).', en: 'Enabled the account {name} ({displayName}).' },
  passwordSet: {
    vi: 'Đã đặt mật khẩu mới cho {name} ({displayName}); phiên đang mở của tài khoản này đã kết thúc.',
    en: 'Set a new password for {name} ({displayName}); its open sessions are over.',
  },
  none: {
    vi: 'Chưa có tài khoản nào: dữ liệu đang ở chế độ thử nghiệm. Tạo tài khoản đầu tiên: {command}',
    en: 'There are no accounts yet: this workspace is a trial. Create the first one: {command}',
  },
})

export const accountColumns = texts({
  name: { vi: 'Tên đăng nhập', en: 'Name' },
  displayName: { vi: 'Họ tên', en: 'Shown as' },
  roles: { vi: 'Quyền', en: 'Roles' },
  state: { vi: 'Trạng thái', en: 'State' },
  lastSignedIn: { vi: 'Đăng nhập gần nhất', en: 'Last signed in' },
})

export const accountStateTexts = texts({
  active: { vi: 'đang dùng', en: 'in use' },
  waiting: { vi: 'đang chờ vì mật khẩu chưa đúng nhiều lần', en: 'waits after wrong passwords' },
  disabled: { vi: 'đã ngừng dùng', en: 'disabled' },
})
