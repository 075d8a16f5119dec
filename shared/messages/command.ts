import { texts } from './text.ts'

export const commandErrors = texts({
  'command.unknown': {
    vi: 'Không có lệnh “{command}”.{suggestion} Xem các lệnh: tonghop help',
    en: 'There is no command “{command}”.{suggestion} List the commands: tonghop help',
  },
  'command.unknown_option': {
    vi: 'Lệnh này không có tùy chọn {option}.{suggestion} Cách dùng: {usage}',
    en: 'This command has no option {option}.{suggestion} Usage: {usage}',
  },
  'command.option_without_value': {
    vi: 'Tùy chọn {option} cần một giá trị. Cách dùng: {usage}',
    en: 'The option {option} needs a value. Usage: {usage}',
  },
  'command.option_with_value': {
    vi: 'Tùy chọn {option} không đi kèm giá trị. Cách dùng: {usage}',
    en: 'The option {option} takes no value. Usage: {usage}',
  },
  'command.option_missing': { vi: 'Còn thiếu tùy chọn {option}. Cách dùng: {usage}', en: 'The option {option} is missing. Usage: {usage}' },
  'command.argument_missing': { vi: 'Còn thiếu {argument}. Cách dùng: {usage}', en: '{argument} is missing. Usage: {usage}' },
  'command.argument_too_many': { vi: 'Thừa “{argument}”. Cách dùng: {usage}', en: '“{argument}” is too many. Usage: {usage}' },
  'command.bad_choice': {
    vi: '{option} chỉ nhận một trong: {choices}; chưa dùng được “{value}”.{suggestion}',
    en: '{option} is one of: {choices}; “{value}” cannot be used.{suggestion}',
  },
  'command.bad_number': {
    vi: '“{value}” chưa phải là một số nguyên từ 0 trở lên, tối đa 12 chữ số. Ghi liền, ví dụ 1250.',
    en: '“{value}” is not a whole number from 0 up, of at most 12 digits. Write it without separators, e.g. 1250.',
  },
  'command.no_such_path': {
    vi: 'Không có tệp hoặc thư mục {path}. Kiểm tra lại đường dẫn.',
    en: 'There is no file or folder {path}. Check the path.',
  },
  'command.unreadable_path': {
    vi: 'Chưa đọc được {path}. Kiểm tra quyền đọc của tệp.',
    en: '{path} cannot be read. Check its permissions.',
  },
  'command.not_a_file': { vi: '{path} là thư mục; cần một tệp.', en: '{path} is a folder; a file is needed.' },
  'command.answer_lost': {
    vi: 'Việc đã làm xong nhưng chưa ghi được kết quả ra nơi nhận ({reason}). Kiểm tra nơi nhận rồi gõ lại lệnh xem.',
    en: 'The work is done, but its answer could not be written where you sent it ({reason}). Check that place and ask again.',
  },
  'command.unexpected': {
    vi: 'Ứng dụng gặp sự cố (mã {reference}). Thao tác vừa rồi chưa được ghi, dữ liệu không thay đổi.',
    en: 'Something went wrong (reference {reference}). The last action was not recorded, the data is unchanged.',
  },
  'call.wrong_input': {
    vi: 'Chưa dùng được giá trị của {places}. Kiểm tra lại rồi làm lại.',
    en: 'The value of {places} cannot be used. Check it and try again.',
  },
  'job.not_found': { vi: 'Không có công việc {job}.', en: 'There is no job {job}.' },
  'job.cancelled': { vi: 'Đã dừng theo yêu cầu; những tệp đã nhận xong vẫn được giữ.', en: 'Stopped as asked; what was finished is kept.' },
  'job.interrupted': {
    vi: 'Công việc trước bị ngắt giữa chừng. Chạy lại lệnh để làm tiếp.',
    en: 'The job was cut off. Run the command again to go on.',
  },
  'file.not_found': { vi: 'Tệp đã chọn không còn (mã {file}). Chọn lại tệp.', en: 'The chosen file is gone (id {file}). Choose it again.' },
})
