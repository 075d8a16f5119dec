import { texts } from './text.ts'

/**
 * One sentence per action of the journal. The keys are the actions that there are: a command with another one, or one
 * without a sentence, does not compile.
 */
export const journalTexts = texts({
  'workspace.init': {
    vi: 'Tạo dữ liệu: chương trình {programme}, {units} đơn vị.',
    en: 'Created the workspace: programme {programme}, {units} units.',
  },
  'workspace.backup': { vi: 'Sao lưu dữ liệu ({bytes}).', en: 'Backed the workspace up ({bytes}).' },
  'workspace.restore': { vi: 'Khôi phục từ bản sao lưu lập lúc {madeAt}.', en: 'Restored the backup made at {madeAt}.' },
  'clock.accept': {
    vi: 'Xác nhận giờ máy {now} là đúng; dòng nhật ký trước ghi {last}. Lý do: {reason}',
    en: 'Confirmed that {now} is the right time; the entry before says {last}. Reason: {reason}',
  },
  'unit.import': {
    vi: 'Nhập danh sách đơn vị từ {file}: thêm {added}, cập nhật {changed}, giữ nguyên {unchanged}.',
    en: 'Took in the list of units {file}: {added} added, {changed} changed, {unchanged} unchanged.',
  },
  'period.open': {
    vi: 'Mở kỳ {code} ({from} đến {to}), hạn nộp {dueAt}, {units} đơn vị phải gửi.',
    en: 'Opened period {code} ({from} to {to}), due {dueAt}, {units} units expected.',
  },
  'period.close': { vi: 'Chốt kỳ {period}.', en: 'Closed period {period}.' },
  'period.reopen': { vi: 'Mở lại kỳ {period}. Lý do: {reason}', en: 'Reopened period {period}. Reason: {reason}' },
  'period.register': {
    vi: 'Ghi {counts} mẫu số của {units} đơn vị cho kỳ {period} từ tệp {file}.',
    en: 'Recorded {counts} denominators of {units} units for period {period} from {file}.',
  },
  'submission.import': { vi: 'Nhận tệp {file}: {outcome}.', en: 'Took in {file}: {outcome}.' },
  'submission.resolve': { vi: 'Quyết định báo cáo chờ xử lý: {choice}.', en: 'Decided on a waiting submission: {choice}.' },
  'mapping.confirm': {
    vi: 'Xác nhận cách đọc bảng của đơn vị ({count} mục), tệp {file}.',
    en: 'Confirmed how the unit’s table is read ({count} inputs), file {file}.',
  },
  'mapping.forget': {
    vi: 'Thôi nhớ cách đọc bảng của đơn vị. Lý do: {reason}',
    en: 'Forgot how the unit’s table is read. Reason: {reason}',
  },
  'sender.forget': { vi: 'Thôi nhớ tên gọi “{name}” của đơn vị.', en: 'Forgot the name “{name}” of the unit.' },
  'paper.describe': { vi: 'Ghi nhận văn bản {file}, số {number}.', en: 'Described the paper {file}, number {number}.' },
  'paper.remove': {
    vi: 'Bỏ văn bản {file} khỏi hồ sơ đơn vị. Lý do: {reason}',
    en: 'Took the paper {file} out of the unit’s papers. Reason: {reason}',
  },
  'paper.take_texts': { vi: 'Lấy {count} đoạn lời từ văn bản của đơn vị.', en: 'Took {count} passages from the unit’s paper.' },
  'paper.withdraw_text': {
    vi: 'Rút đoạn lời lấy từ văn bản ({name}). Lý do: {reason}',
    en: 'Withdrew a passage taken from a paper ({name}). Reason: {reason}',
  },
  'keyed.start': { vi: 'Bắt đầu nhập thay đơn vị {keyedFrom}.', en: 'Began to key in figures for the unit {keyedFrom}.' },
  'keyed.save': { vi: 'Lưu tạm {count} mục nhập thay.', en: 'Saved {count} figures keyed in so far.' },
  'keyed.finish': {
    vi: 'Nhập thay xong {count} mục, chờ người thứ hai kiểm tra.',
    en: 'Keyed in {count} figures, to be checked by a second person.',
  },
  'keyed.check': { vi: 'Kiểm tra số do {keyedBy} nhập thay: khớp.', en: 'Checked the figures keyed in by {keyedBy}: they agree.' },
  'keyed.differ': {
    vi: 'Kiểm tra số do {keyedBy} nhập thay: khác {differences} mục.',
    en: 'Checked the figures keyed in by {keyedBy}: {differences} differ.',
  },
  'keyed.withdraw': { vi: 'Rút số nhập thay. Lý do: {reason}', en: 'Took back what was keyed in. Reason: {reason}' },
  'figure.adjust': {
    vi: 'Điều chỉnh {field} thành {value}. Căn cứ: {basis}. Lý do: {reason}',
    en: 'Adjusted {field} to {value}. Basis: {basis}. Reason: {reason}',
  },
  'figure.withdraw_adjustment': {
    vi: 'Rút điều chỉnh {field}. Lý do: {reason}',
    en: 'Withdrew the adjustment of {field}. Reason: {reason}',
  },
  'discrepancy.settle': {
    vi: 'Quyết định {count} chênh lệch: {decision}. Lý do: {reason}',
    en: 'Decided on {count} findings: {decision}. Reason: {reason}',
  },
  'discrepancy.undo': { vi: 'Hoàn tác quyết định về {count} chênh lệch.', en: 'Took back a decision on {count} findings.' },
  'query.answer': { vi: 'Nhận trả lời phiếu hỏi: {answers} câu.', en: 'Took in the answers of a query sheet: {answers}.' },
  'note.add': { vi: 'Ghi nhận xét ({kind}, {audience}).', en: 'Wrote a note ({kind}, {audience}).' },
  'note.move': { vi: 'Chuyển nhận xét sang vị trí khác.', en: 'Moved a note to another place.' },
  'note.change': { vi: 'Sửa nhận xét.', en: 'Changed a note.' },
  'note.close': { vi: 'Đóng nhận xét.', en: 'Closed a note.' },
  'note.reply': { vi: 'Bổ sung vào nhận xét ({kind}).', en: 'Added to a note ({kind}).' },
  'shortcoming.change': { vi: 'Sửa tồn tại, hạn chế.', en: 'Changed a shortcoming.' },
  'shortcoming.move': { vi: 'Chuyển trạng thái tồn tại, hạn chế: {state}.', en: 'Moved a shortcoming on: {state}.' },
  'shortcoming.verify': { vi: 'Xác nhận đã khắc phục tồn tại, hạn chế.', en: 'Verified that a shortcoming was put right.' },
  'contact.update': { vi: 'Cập nhật đầu mối liên hệ.', en: 'Updated how an office is reached.' },
  'contact.assign': { vi: 'Phân công {count} đơn vị cho {clerk}.', en: 'Assigned units to {clerk}: {count}.' },
  'contact.call': { vi: 'Ghi một lần liên hệ ({channel}).', en: 'Recorded a call ({channel}).' },
  'proposal.set': { vi: 'Xử lý kiến nghị: {state}.', en: 'Dealt with a proposal: {state}.' },
  'letter.write': { vi: 'Lập văn bản gửi đơn vị ({kind}, lần {round}).', en: 'Wrote a paper to units ({kind}, round {round}).' },
  'report.build': {
    vi: 'Dựng báo cáo {kind}, kỳ {period}, {pages} trang.',
    en: 'Built the {kind} report of period {period}, {pages} pages.',
  },
  'report.review': { vi: 'Thẩm định xong báo cáo {kind}, kỳ {period}.', en: 'Reviewed the {kind} report of period {period}.' },
  'report.submit': {
    vi: 'Chốt số liệu và trình báo cáo {kind}, kỳ {period} ({pages} trang).',
    en: 'Fixed and submitted the {kind} report of period {period} ({pages} pages).',
  },
  'report.return': {
    vi: 'Trả lại báo cáo {kind}, kỳ {period} để chỉnh sửa: {words}',
    en: 'Returned the {kind} report of period {period}: {words}',
  },
  'report.read': {
    vi: 'Đọc đến trang cuối báo cáo {kind}, kỳ {period}.',
    en: 'Read the {kind} report of period {period} to its last page.',
  },
  'report.answer': { vi: 'Trả lời ý kiến về báo cáo: {answer}', en: 'Answered a remark on a report: {answer}' },
  'report.withdraw': {
    vi: 'Rút lại báo cáo {kind}, kỳ {period}. Lý do: {words}',
    en: 'Withdrew the {kind} report of period {period}. Reason: {words}',
  },
  'report.approve': { vi: 'Duyệt báo cáo {kind}, kỳ {period}.', en: 'Approved the {kind} report of period {period}.' },
  'report.approve_paper': {
    vi: 'Ghi nhận báo cáo {kind}, kỳ {period} đã được duyệt trên bản giấy.',
    en: 'Recorded that the {kind} report of period {period} was approved on paper.',
  },
  'report.sign': { vi: 'Ký số báo cáo {kind}, kỳ {period} ({signer}).', en: 'Signed the {kind} report of period {period} ({signer}).' },
  'report.intake': {
    vi: 'Nhận lại báo cáo {kind}, kỳ {period} đã ký bằng phần mềm khác ({signer}).',
    en: 'Took back the {kind} report of period {period}, signed by another program ({signer}).',
  },
  'report.issue': {
    vi: 'Ghi số {number}, ngày {day} và phát hành báo cáo {kind}, kỳ {period}.',
    en: 'Issued the {kind} report of period {period} under number {number}, {day}.',
  },
  'report.number': {
    vi: 'Ghi sổ số {number}, ngày {day} cấp ngoài ứng dụng: {about}',
    en: 'Recorded number {number}, {day}, given elsewhere: {about}',
  },
  'report_text.write': {
    vi: 'Sửa lời văn báo cáo {kind}, kỳ {period} (mục {sections}).',
    en: 'Wrote into the {kind} report of period {period} (section {sections}).',
  },
  'report_text.override': {
    vi: 'Sửa đoạn do phần mềm dựng trong báo cáo {kind}, kỳ {period} ({sections}).',
    en: 'Worded paragraphs of the {kind} report of period {period} anew ({sections}).',
  },
  'report_text.take': {
    vi: 'Nhận lại bản Word của báo cáo {kind}, kỳ {period} ({sections}).',
    en: 'Took words from the Word file of the {kind} report of period {period} ({sections}).',
  },
  'report_text.restore': {
    vi: 'Lấy lại lời văn trước đó của báo cáo {kind}, kỳ {period} (mục {sections}).',
    en: 'Took back an earlier text of the {kind} report of period {period} (section {sections}).',
  },
  'report_text.refresh': {
    vi: 'Cập nhật số liệu trong lời văn báo cáo {kind}, kỳ {period} (mục {sections}).',
    en: 'Brought the figures in the text of the {kind} report of period {period} up to date (section {sections}).',
  },
  'report_text.pin': {
    vi: 'Chọn câu dẫn cho nhiệm vụ {task} của báo cáo {kind}, kỳ {period}: {count} câu.',
    en: 'Chose sentences on task {task} for the {kind} report of period {period}: {count}.',
  },
  'report_text.topic': {
    vi: 'Chọn nội dung báo cáo {kind}, kỳ {period}: {topics}.',
    en: 'Chose what the {kind} report of period {period} is about: {topics}.',
  },
  'report_text.replaces': {
    vi: 'Chọn văn bản mà báo cáo {kind}, kỳ {period} thay thế: {replaces}.',
    en: 'Chose what the {kind} report of period {period} takes the place of: {replaces}.',
  },
  'report_style.set': {
    vi: 'Chọn hình thức bản in của báo cáo {kind}, kỳ {period}.',
    en: 'Chose the look of the {kind} report of period {period}.',
  },
  'certificate.refuse': {
    vi: 'Mật khẩu của một chứng thư số chưa đúng (lần {failed}).',
    en: 'A wrong password for a certificate ({failed} times in a row).',
  },
  'certificate.open': {
    vi: 'Mở được chứng thư số sau {failed} lần nhập chưa đúng.',
    en: 'Opened a certificate after {failed} wrong passwords.',
  },
  'settings.term': {
    vi: 'Đặt ngày bắt đầu nhiệm kỳ để đánh số: {termFrom}.',
    en: 'Set the day that the term for numbering begins: {termFrom}.',
  },
  'trust.add': { vi: 'Cài chứng thư gốc: {names}.', en: 'Installed the root certificate: {names}.' },
  'trust.remove': { vi: 'Gỡ chứng thư gốc: {names}.', en: 'Removed the root certificate: {names}.' },
  'session.sign_in': { vi: 'Đăng nhập ({name}).', en: 'Signed in ({name}).' },
  'session.sign_out': { vi: 'Đăng xuất ({name}).', en: 'Signed out ({name}).' },
  'session.lock': { vi: 'Khóa màn hình ({name}).', en: 'Locked the session ({name}).' },
  'session.lock_idle': {
    vi: 'Màn hình tự khóa vì không có người thao tác ({name}).',
    en: 'The session locked itself, nobody was at the keys ({name}).',
  },
  'session.unlock': { vi: 'Mở khóa màn hình ({name}).', en: 'Unlocked the session ({name}).' },
  'session.refuse': { vi: 'Chưa cho vào tài khoản {name}: {why}.', en: 'Did not let anybody into the account {name}: {why}.' },
  'session.refuse_unknown': {
    vi: 'Chưa cho đăng nhập: không có tài khoản mang tên đã nhập.',
    en: 'Did not let anybody sign in: no account has the name that was typed.',
  },
  'account.create_first': {
    vi: 'Tạo tài khoản đầu tiên {name} ({displayName}), quyền: {roles}.',
    en: 'Created the first account {name} ({displayName}), roles: {roles}.',
  },
  'account.create': {
    vi: 'Tạo tài khoản {name} ({displayName}), quyền: {roles}.',
    en: 'Created the account {name} ({displayName}), roles: {roles}.',
  },
  'account.change': {
    vi: 'Sửa tài khoản {name} ({displayName}), quyền: {roles}.',
    en: 'Changed the account {name} ({displayName}), roles: {roles}.',
  },
  'account.enable': { vi: 'Mở lại tài khoản {name} ({displayName}).', en: 'Enabled the account {name} ({displayName}).' },
  'account.disable': { vi: 'Ngừng dùng tài khoản {name} ({displayName}).', en: 'Disabled the account {name} ({displayName}).' },
  'account.set_password': {
    vi: 'Đặt lại mật khẩu của tài khoản {name} ({displayName}).',
    en: 'Set a new password for the account {name} ({displayName}).',
  },
  'account.change_password': { vi: 'Đổi mật khẩu của mình ({name}).', en: 'Changed their own password ({name}).' },
  'settings.update': {
    vi: 'Đặt thời gian tự khóa màn hình: {idleMinutes} phút.',
    en: 'Set the time until a session locks itself: {idleMinutes} minutes.',
  },
  'settings.report_style': {
    vi: 'Đặt hình thức bản in chung của báo cáo.',
    en: 'Set the look of all reports.',
  },
  'settings.inbox': {
    vi: 'Đặt nơi báo có tệp mới: thư mục {folder}; theo dõi USB: {media}.',
    en: 'Set where new files are looked for: folder {folder}; sticks: {media}.',
  },
  'task.set_status': {
    vi: 'Đánh giá nhiệm vụ {task} kỳ {period}: {status}; căn cứ: {evidence}',
    en: 'Assessed task {task} in {period}: {status}; evidence: {evidence}',
  },
  'settings.set_rule': {
    vi: 'Đặt tham số của quy tắc kiểm tra “{parameter}”: {value}.',
    en: 'Set what rules judge by, “{parameter}”: {value}.',
  },
})

export type JournalAction = keyof typeof journalTexts
export const journalActions = Object.keys(journalTexts) as [JournalAction, ...JournalAction[]]

export const journalWords = texts({
  of: { vi: '{unit}: {sentence}', en: '{unit}: {sentence}' },
  by: { vi: '{at}  {actor}', en: '{at}  {actor}' },
  none: { vi: 'Không có dòng nhật ký nào như vậy.', en: 'No journal entry is like that.' },
  more: { vi: 'Chỉ hiện {shown} dòng mới nhất. Xem thêm: {command}', en: 'Only the newest {shown} are shown. See more: {command}' },
})
