import { roleWords, waitWords } from './account.ts'
import { fillText, texts, type Language, type Text } from './text.ts'

/** What a system says with a code or a phrase of its own, and kinds of files, in words. */
const knownWords: Readonly<Record<string, Text>> = texts({
  EACCES: { vi: 'không có quyền đọc hoặc ghi', en: 'no permission' },
  EPERM: { vi: 'không có quyền đọc hoặc ghi', en: 'no permission' },
  ENOENT: { vi: 'không còn ở đó', en: 'no longer there' },
  ELOOP: { vi: 'lối tắt trỏ vòng lại chính nó', en: 'a link that leads back to itself' },
  ELINK: { vi: 'lối tắt trỏ ra ngoài thư mục đã chọn', en: 'a link that leads out of the chosen folder' },
  ECHANGING: {
    vi: 'tệp đang được chép hoặc đang được ghi; chờ xong rồi nhận lại',
    en: 'the file is still being copied or written; wait and take it in again',
  },
  ENOTFILE: { vi: 'không phải tệp thông thường', en: 'not an ordinary file' },
  ENOTDIR: { vi: 'trên đường dẫn có một tệp, không phải thư mục', en: 'a file stands where a folder is needed' },
  EISDIR: { vi: 'là thư mục, không phải tệp', en: 'a folder, not a file' },
  EEXIST: { vi: 'đã có tệp trùng tên', en: 'a file of that name exists' },
  ENOSPC: { vi: 'ổ đĩa đã đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'hết dung lượng được cấp', en: 'the quota is used up' },
  EFBIG: { vi: 'tệp vượt cỡ cho phép', en: 'the file is larger than allowed' },
  EROFS: { vi: 'ổ đĩa chỉ cho đọc', en: 'the disk is read-only' },
  EBUSY: { vi: 'chương trình khác đang giữ tệp', en: 'another program holds the file' },
  EIO: { vi: 'thiết bị chứa tệp không trả lời', en: 'the device does not answer' },
  ENAMETOOLONG: { vi: 'tên quá dài', en: 'the name is too long' },
  'file is not a database': { vi: 'nội dung không phải dữ liệu của Tổng Hợp', en: 'its content is not data of Tổng Hợp' },
  'database disk image is malformed': { vi: 'có trang dữ liệu bị hỏng', en: 'a page of the file is broken' },
  manifest: { vi: 'thiếu bảng kê các phần', en: 'the list of its parts is missing' },
  HTML: { vi: 'trang web (HTML)', en: 'a web page (HTML)' },
  MHTML: { vi: 'trang web (MHTML)', en: 'a web page (MHTML)' },
  'XML 2003': { vi: 'bảng tính dạng XML 2003', en: 'a spreadsheet in XML 2003' },
  CSV: { vi: 'văn bản thuần (CSV)', en: 'plain text (CSV)' },
  TXT: { vi: 'văn bản thuần (TXT)', en: 'plain text (TXT)' },
  RTF: { vi: 'văn bản RTF', en: 'an RTF document' },
  PDF: { vi: 'PDF', en: 'a PDF document' },
  image: { vi: 'ảnh', en: 'a picture' },
  Word: { vi: 'văn bản Word', en: 'a Word document' },
  '.doc': { vi: 'văn bản Word đời cũ (.doc)', en: 'an old Word document (.doc)' },
  '.xlsx': { vi: 'bảng tính Excel (.xlsx)', en: 'an Excel workbook (.xlsx)' },
  '.xls': { vi: 'bảng tính Excel đời cũ (.xls)', en: 'a workbook of old Excel (.xls)' },
  '.xlsb': { vi: 'bảng tính Excel dạng nhị phân (.xlsb)', en: 'a binary workbook (.xlsb)' },
  '.ods': { vi: 'bảng tính OpenDocument (.ods)', en: 'an OpenDocument spreadsheet (.ods)' },
  '.odt': { vi: 'văn bản OpenDocument (.odt)', en: 'an OpenDocument text (.odt)' },
  '.ppt': { vi: 'bản trình chiếu (.ppt)', en: 'slides (.ppt)' },
  '.pptx': { vi: 'bản trình chiếu (.pptx)', en: 'slides (.pptx)' },
  paper: { vi: 'từ văn bản', en: 'from a paper' },
  phone: { vi: 'qua điện thoại', en: 'by phone' },
  'store.db: application_id': { vi: 'store.db không phải dữ liệu của Tổng Hợp', en: 'store.db is not data of Tổng Hợp' },
})

/** Params that carry a code or phrase of the system, or a kind of file. */
const codedParams = ['reason', 'detail', 'format', 'keyedFrom'] as const

/** The same params with those in words; one that is not known stays, because it is the exact finding. */
export function wordParams(
  params: Readonly<Record<string, string | number>>,
  language: Language,
): Readonly<Record<string, string | number>> {
  const worded = codedParams.flatMap((name): [string, string][] => {
    const said = params[name]
    const words = typeof said === 'string' && Object.hasOwn(knownWords, said) ? knownWords[said] : undefined
    return words ? [[name, words[language]]] : []
  })
  if (typeof params['roles'] === 'string') worded.push(['roles', roleWords(params['roles'], language)])
  if (typeof params['seconds'] === 'number') worded.push(['wait', sayWait(params['seconds'], language)])
  return worded.length === 0 ? params : { ...params, ...Object.fromEntries(worded) }
}

const sayWait = (seconds: number, language: Language): string =>
  seconds < 120
    ? fillText(waitWords.seconds, language, { count: seconds })
    : fillText(waitWords.minutes, language, { count: Math.ceil(seconds / 60) })
