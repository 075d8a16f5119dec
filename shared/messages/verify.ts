import { texts } from './text.ts'

/** What is looked at in a file, in this order. */
export const verifyCheckTexts = texts({
  readable: { vi: 'Đọc được', en: 'Readable' },
  signed: { vi: 'Có chữ ký số', en: 'Signed' },
  digest: { vi: 'Từng byte đã ký', en: 'Signed bytes' },
  byte_range: { vi: 'Phạm vi ký', en: 'Byte range' },
  covers_file: { vi: 'Ký đến hết tệp', en: 'Covers the file' },
  later_changes: { vi: 'Phần thêm sau khi ký', en: 'Later changes' },
  signer: { vi: 'Người ký', en: 'Signer' },
  chain: { vi: 'Chuỗi chứng thư', en: 'Certificate chain' },
  validity: { vi: 'Hiệu lực lúc ký', en: 'Valid when signed' },
  revocation: { vi: 'Thu hồi chứng thư', en: 'Revocation' },
  timestamp: { vi: 'Dấu thời gian', en: 'Timestamp' },
  signature_block: { vi: 'So với phần ký', en: 'Signature block' },
  archive: { vi: 'So với bản lưu', en: 'Archive' },
})
export type VerifyCheckName = keyof typeof verifyCheckTexts

export const verifyTexts = texts({
  readable_yes: { vi: 'tệp PDF đọc được trọn vẹn', en: 'the PDF can be read whole' },
  readable_not_pdf: { vi: 'tệp này không phải PDF', en: 'this is no PDF' },
  readable_damaged: {
    vi: 'tệp PDF hỏng hoặc bị cắt, chưa đọc được cấu trúc',
    en: 'the PDF is damaged or cut off, its structure cannot be read',
  },
  readable_encrypted: { vi: 'tệp PDF đặt mật khẩu nên chưa kiểm tra được', en: 'the PDF is encrypted, so it cannot be checked' },
  readable_too_large: { vi: 'tệp lớn quá mức kiểm tra', en: 'the file is larger than what is checked' },
  signed: { vi: 'có {count} chữ ký số', en: 'digital signatures: {count}' },
  unsigned: { vi: 'không có chữ ký số nào', en: 'there is no digital signature' },
  digest_right: { vi: '{signature}: các byte đã ký không đổi', en: '{signature}: the signed bytes are unchanged' },
  digest_wrong: { vi: '{signature}: nội dung đã đổi sau khi ký', en: '{signature}: the content was changed after signing' },
  digest_weak: { vi: '{signature}: thuật toán băm không được chấp nhận', en: '{signature}: its digest is not accepted' },
  digest_unreadable: { vi: '{signature}: không đọc được chữ ký', en: '{signature}: the signature cannot be read' },
  range_exact: { vi: '{signature}: chỉ chừa đúng chỗ đặt chữ ký', en: '{signature}: nothing but the signature itself is left out' },
  range_gap: { vi: '{signature}: chừa phần không phải chữ ký', en: '{signature}: leaves out more than the signature' },
  range_no_range: { vi: '{signature}: không ghi phạm vi ký hợp lệ', en: '{signature}: names no valid byte range' },
  covered: { vi: 'chữ ký cuối bao hết tệp', en: 'the last signature covers the whole file' },
  tail: { vi: '{bytes} byte cuối tệp không thuộc chữ ký nào', en: 'the last {bytes} bytes are covered by no signature' },
  tail_numbered: {
    vi: '{bytes} byte cuối tệp không thuộc chữ ký nào; phần thêm chỉ gồm số, ngày văn bản, còn chờ chữ ký của cơ quan',
    en: 'the last {bytes} bytes are covered by no signature; they add only number and date, the office has not signed yet',
  },
  later_none: { vi: 'không có gì thêm', en: 'nothing was added' },
  later_allowed: { vi: 'chỉ thêm {what}', en: 'only added: {what}' },
  later_number: { vi: 'số văn bản', en: 'the number' },
  later_day: { vi: 'ngày văn bản', en: 'the date' },
  later_signatures: { vi: '{count} chữ ký', en: '{count} signatures' },
  page_added: { vi: 'có trang được thêm', en: 'a page was added' },
  page_removed: { vi: 'có trang bị bỏ', en: 'a page was removed' },
  page_swapped: { vi: 'thứ tự trang bị đổi', en: 'pages were swapped' },
  page_changed: { vi: 'có trang bị thay nội dung', en: 'a page was changed' },
  content_changed: {
    vi: 'nội dung hiển thị bị thay hoặc làm lộ ra sau khi ký',
    en: 'what is shown was replaced or uncovered after signing',
  },
  catalog_changed: { vi: 'cấu trúc văn bản bị đổi', en: 'the structure of the document was changed' },
  form_changed: { vi: 'biểu mẫu của văn bản bị đổi', en: 'the form of the document was changed' },
  field_changed: { vi: 'ô đã ký, đã ghi hoặc không được ghi bị đổi', en: 'a field that is signed, filled or not to be filled was changed' },
  annotation_added: { vi: 'có ghi chú hoặc lệnh được đặt thêm lên trang', en: 'an annotation or action was laid over a page' },
  covered_page: { vi: 'chữ ký thêm che phần lớn trang', en: 'an added signature covers much of its page' },
  information_changed: { vi: 'thông tin mô tả tệp bị đổi', en: 'the description of the file was changed' },
  no_changes_allowed: { vi: 'văn bản được chứng nhận là không cho thêm gì', en: 'the document was certified to allow no changes' },
  unreadable: { vi: 'phần thêm không đọc được', en: 'what was added cannot be read' },
  signer: { vi: '{name}, ký lúc {at}', en: '{name}, signed at {at}' },
  signer_no_time: { vi: '{name}, không ghi giờ ký', en: '{name}, no time of signing' },
  signer_unknown: { vi: '{signature}: không rõ người ký', en: '{signature}: the signer is not known' },
  chain_trusted: { vi: '{name}: dẫn tới chứng thư gốc đã cài ({anchor})', en: '{name}: leads to an installed root ({anchor})' },
  chain_no_anchor: { vi: '{name}: chưa dẫn tới chứng thư gốc nào đã cài', en: '{name}: leads to no installed root' },
  chain_no_time: { vi: '{name}: không có giờ ký để xét hiệu lực', en: '{name}: no time of signing to judge by' },
  chain_not_valid_then: { vi: '{name}: chứng thư không có hiệu lực lúc ký', en: '{name}: a certificate was not valid when signed' },
  chain_not_an_authority: {
    vi: '{name}: chứng thư cấp không phải của tổ chức chứng thực',
    en: '{name}: an issuing certificate is no authority’s',
  },
  chain_not_for_signing: { vi: '{name}: chứng thư không dùng để ký', en: '{name}: the certificate is not meant for signing' },
  valid_then: { vi: '{name}: chứng thư có hiệu lực lúc ký', en: '{name}: the certificates were valid when signed' },
  validity_unknown: { vi: '{name}: chưa xét được', en: '{name}: not judged' },
  revocation: {
    vi: 'chưa kiểm tra được việc thu hồi chứng thư vì máy không nối mạng',
    en: 'revocation could not be checked, the machine has no network',
  },
  timestamp: { vi: '{name}: có dấu thời gian {at}', en: '{name}: timestamped {at}' },
  no_timestamp: {
    vi: '{name}: không có dấu thời gian; giờ ký do máy ký ghi',
    en: '{name}: no timestamp; the time is what the signer’s machine said',
  },
  block_same: { vi: '{name}: đúng người, cơ quan ghi ở phần ký', en: '{name}: as the signature block names' },
  block_other: { vi: '{name}: phần ký ghi {expected}', en: '{name}: the signature block names {expected}' },
  block_open: { vi: 'phần ký không ghi tên để so', en: 'the signature block names nobody to compare' },
  archive_match: { vi: 'khớp bản lưu từng byte', en: 'the same as the kept file, byte for byte' },
  archive_differs: { vi: 'là báo cáo có trong bản lưu nhưng khác từng byte', en: 'is a report of the archive, but not the same bytes' },
  archive_unknown: { vi: 'không có trong dữ liệu trên máy này', en: 'is not in the data of this machine' },
  nth: { vi: 'chữ ký {place}', en: 'signature {place}' },
})

/** One sentence for people. */
export const verifySentences = texts({
  whole: { vi: 'Văn bản nguyên vẹn từ khi ký', en: 'The paper is unchanged since it was signed' },
  broken: { vi: 'Văn bản không còn nguyên vẹn từ khi ký', en: 'The paper is not what was signed' },
  unsigned: { vi: 'Văn bản chưa có chữ ký số', en: 'The paper has no digital signature' },
  unreadable: { vi: 'Chưa đọc được tệp', en: 'The file cannot be read' },
  trusted: { vi: 'người ký được xác nhận theo chứng thư gốc đã cài', en: 'its signers are confirmed by installed roots' },
  untrusted: { vi: 'chứng thư của người ký chưa được chấp nhận', en: 'a signer’s certificate is not valid' },
  unknown: {
    vi: 'chưa xác nhận được người ký vì chưa cài chứng thư gốc',
    en: 'its signers are not confirmed, no root is installed for them',
  },
  match: { vi: 'khớp bản lưu', en: 'it is the kept file' },
  differs: { vi: 'khác bản lưu', en: 'it differs from the kept file' },
})

export const trustErrors = texts({
  'trust.not_certificate': {
    vi: '{file} không phải chứng thư (.cer, .crt, .pem, .der). Chọn đúng tệp chứng thư gốc.',
    en: '{file} is no certificate (.cer, .crt, .pem, .der). Choose the file of the root certificate.',
  },
  'trust.not_authority': {
    vi: 'Chứng thư {name} không phải của tổ chức chứng thực nên không dùng làm gốc.',
    en: 'The certificate {name} is no authority’s, so it cannot be a root.',
  },
  'trust.not_found': { vi: 'Không có chứng thư gốc {sha256} nào đã cài.', en: 'No root {sha256} is installed.' },
  'verify.unreadable_file': { vi: 'Chưa đọc được {path}.', en: '{path} cannot be read.' },
  'verify.unknown_code': {
    vi: 'Không có báo cáo mang mã kiểm chứng {code} trong dữ liệu này. Kiểm tra lại từng ký tự trên Phiếu kiểm chứng.',
    en: 'No report of this workspace has the verification code {code}. Check every sign on the slip.',
  },
})
