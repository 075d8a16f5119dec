import { texts } from './text.ts'

/** Refusals at the door: who is there, and may they. `until` is an instant, `seconds` is said as {wait}, `roles` are codes. */
export const sessionErrors = texts({
  'session.signed_out': { vi: 'Chưa đăng nhập. Đăng nhập rồi làm tiếp.', en: 'Nobody is signed in. Sign in and go on.' },
  'session.locked': { vi: 'Màn hình đang khóa. Nhập mật khẩu để làm tiếp.', en: 'The session is locked. Give the password to go on.' },
  'session.no_right': {
    vi: 'Tài khoản này không có quyền làm việc đó. Việc này dành cho: {roles}.',
    en: 'This account has no right to do that. It is for: {roles}.',
  },
  'session.wrong_sign_in': {
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra rồi nhập lại.',
    en: 'The name or the password is not right. Check both and try again.',
  },
  'session.wrong_password': { vi: 'Mật khẩu chưa đúng. Nhập lại.', en: 'The password is not right. Try again.' },
  'session.wrong_password_marked': {
    vi: 'Mật khẩu chưa đúng. Ô này vừa nhận chữ có dấu: hãy tắt Unikey và kiểm tra Caps Lock.',
    en: 'The password is not right. Marked letters were typed: switch Unikey off and check Caps Lock.',
  },
  'session.wait': {
    vi: 'Mật khẩu chưa đúng nhiều lần liền. Chờ {wait} rồi nhập lại.',
    en: 'The password was wrong several times in a row. Wait {wait} and try again.',
  },
  'session.inactive': {
    vi: 'Tài khoản này đã ngừng dùng. Hỏi người quản trị để mở lại.',
    en: 'This account is disabled. An administrator can enable it again.',
  },
  'session.no_accounts': {
    vi: 'Dữ liệu này chưa có tài khoản nào. Tạo tài khoản đầu tiên trước.',
    en: 'This workspace has no accounts yet. Create the first one.',
  },
  'session.password_missing': {
    vi: 'Dữ liệu này có tài khoản. Cho biết ai làm bằng --actor TÊN và đặt mật khẩu vào biến TONGHOP_PASSWORD.',
    en: 'This workspace has accounts. Say who acts with --actor NAME and put the password into TONGHOP_PASSWORD.',
  },
  'account.not_found': { vi: 'Không có tài khoản {account}.', en: 'There is no account {account}.' },
  'account.name_taken': {
    vi: 'Tên {name} đã thuộc về một tài khoản khác, kể cả tên cũ còn ghi trong nhật ký. Chọn tên khác.',
    en: 'The name {name} belongs to another account, or did and stands in the journal. Choose another name.',
  },
  'account.name_empty': { vi: 'Tên còn trống. Nhập tên rồi làm lại.', en: 'The name is empty. Type one and try again.' },
  'account.password_short': {
    vi: 'Mật khẩu cần ít nhất {least} ký tự. Chọn mật khẩu dài hơn.',
    en: 'A password needs at least {least} characters. Choose a longer one.',
  },
  'account.last_administrator': {
    vi: 'Đây là tài khoản quản trị cuối cùng đang dùng. Giao quyền quản trị cho người khác trước.',
    en: 'This is the last administrator in use. Make somebody else administrator first.',
  },
  'account.not_first': {
    vi: 'Dữ liệu này đã có tài khoản. Đăng nhập bằng tài khoản quản trị để thêm người.',
    en: 'This workspace has accounts already. Sign in as an administrator to add more.',
  },
})
