import { texts } from './text.ts'

export const signErrors = texts({
  'sign.not_certificate': {
    vi: 'Tệp đã chọn không phải tệp chứng thư số (.p12, .pfx). Chọn đúng tệp rồi ký lại.',
    en: 'The chosen file is not a certificate file (.p12, .pfx). Choose the right one and sign again.',
  },
  'sign.wrong_password': {
    vi: 'Mật khẩu của chứng thư chưa đúng, chưa ký. Kiểm tra Unikey và Caps Lock rồi nhập lại.',
    en: 'The password of the certificate is not right, nothing was signed. Check Unikey and Caps Lock, then type it again.',
  },
  'sign.wait': {
    vi: 'Đã nhập chưa đúng mật khẩu của chứng thư này {failed} lần. Thử lại sau {wait}.',
    en: 'The password of this certificate was wrong {failed} times. Try again in {wait}.',
  },
  'sign.not_valid': {
    vi: 'Chứng thư này dùng được từ {from} đến {to}, hôm nay không ký được. Dùng chứng thư còn hiệu lực.',
    en: 'This certificate is valid from {from} to {to} and cannot sign today. Use one that is valid.',
  },
  'sign.no_key': {
    vi: 'Tệp chứng thư không có khóa ký dùng được (cần RSA hoặc EC P-256). Xuất lại tệp kèm khóa riêng.',
    en: 'The certificate file holds no key to sign with (RSA or EC P-256 is needed). Export it again with its private key.',
  },
  'sign.no_field': {
    vi: 'Văn bản không còn ô trống cho việc này: đã ký hoặc đã ghi số, hoặc không phải bản trình của ứng dụng.',
    en: 'The paper has no empty field for this: it is signed or numbered already, or is not a paper of this application.',
  },
  'sign.picture_unreadable': {
    vi: 'Chưa đọc được ảnh chữ ký hoặc con dấu. Chọn ảnh PNG nền trong suốt, không quá 2000 × 2000 điểm.',
    en: 'The picture of the signature or seal was not read. Choose a transparent PNG of at most 2000 × 2000 dots.',
  },
})
