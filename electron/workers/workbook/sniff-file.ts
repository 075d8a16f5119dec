import { isUtf8 } from 'node:buffer'
import { hasFilePass, listCfbStreams } from './foreign/cfb-streams.ts'
import { openPackage } from './package-parts.ts'
import type { Package } from './package-parts.ts'

/** What the bytes are, whatever the name says. */
export type FileFormat =
  | 'workbook'
  | 'xlsb'
  | 'docx'
  | 'pptx'
  | 'ods'
  | 'odt'
  | 'xls'
  | 'doc'
  | 'ppt'
  | 'rtf'
  | 'encrypted'
  | 'html'
  | 'mhtml'
  | 'xml_spreadsheet'
  | 'csv'
  | 'text'
  | 'pdf'
  | 'image'
  | 'zip'
  | 'archive'
  | 'empty'
  | 'damaged'
  | 'unknown'

/** `container` is given for what is read from a package, so that its directory is read once. */
export type Sniffed = {
  [Format in FileFormat]: Format extends PackageFormat ? { format: Format; container: Package } : { format: Format }
}[FileFormat]
type PackageFormat = 'workbook' | 'ods' | 'docx'

const startsWith = (file: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte)

/** What a file really is. Throws WorkbookRefusal for a zip that is hostile, locked or damaged. */
export function sniffFile(bytes: Uint8Array): Sniffed {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return { format: 'empty' }
  if (startsWith(file, 0x50, 0x4b, 0x03, 0x04) || startsWith(file, 0x50, 0x4b, 0x05, 0x06)) return sniffZip(file)
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { format: sniffCompoundFile(file) }
  if (file.subarray(0, 1024).includes('%PDF-')) return { format: 'pdf' }
  if (startsWith(file, 0x52, 0x61, 0x72, 0x21) || startsWith(file, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(file, 0x1f, 0x8b))
    return { format: 'archive' }
  if (isImage(file)) return { format: 'image' }
  // BIFF 2 to 5 without a container: a workbook of the early nineties.
  if (
    startsWith(file, 0x09, 0x08) ||
    startsWith(file, 0x09, 0x04) ||
    startsWith(file, 0x09, 0x02) ||
    startsWith(file, 0x09, 0x00, 0x04, 0x00)
  )
    return { format: 'xls' }
  return { format: sniffText(file) }
}

function sniffZip(file: Buffer): Sniffed {
  const container = openPackage(file)
  if (container.has('mimetype')) {
    const type = container.read('mimetype').toString('latin1')
    if (type.includes('opendocument.spreadsheet')) return { format: 'ods', container }
    if (type.includes('opendocument.text')) return { format: 'odt' }
  }
  if (!container.has('[Content_Types].xml')) return { format: 'zip' }
  const main = container
    .relationships('')
    .find((relationship) => relationship.type.endsWith('/relationships/officeDocument'))
    ?.target.toLowerCase()
  if (main === undefined) return { format: container.entries.some((entry) => entry.name.startsWith('xl/')) ? 'damaged' : 'zip' }
  const types = container.contentTypes()
  const type = types.get(main) ?? types.get(`*.${main.slice(main.lastIndexOf('.') + 1)}`) ?? ''
  if (type.includes('sheet.binary')) return { format: 'xlsb' }
  if (type.includes('wordprocessingml') || type.includes('ms-word') || main.startsWith('word/')) return { format: 'docx', container }
  if (type.includes('presentationml') || type.includes('ms-powerpoint') || main.startsWith('ppt/')) return { format: 'pptx' }
  return { format: 'workbook', container }
}

function sniffCompoundFile(file: Buffer): Exclude<FileFormat, PackageFormat> {
  const streams = listCfbStreams(file)
  if (!streams) return 'damaged'
  const find = (...names: readonly string[]) => streams.find((stream) => names.includes(stream.name))
  if (find('EncryptionInfo', 'EncryptedPackage')) return 'encrypted'
  const book = find('Workbook', 'Book')
  if (book) return hasFilePass(book.head) ? 'encrypted' : 'xls'
  if (find('WordDocument')) return 'doc'
  return find('PowerPoint Document') ? 'ppt' : 'unknown'
}

function isImage(file: Buffer): boolean {
  if (startsWith(file, 0x89, 0x50, 0x4e, 0x47) || startsWith(file, 0xff, 0xd8, 0xff) || startsWith(file, 0x47, 0x49, 0x46, 0x38))
    return true
  if (startsWith(file, 0x49, 0x49, 0x2a, 0x00) || startsWith(file, 0x4d, 0x4d, 0x00, 0x2a)) return true
  if (startsWith(file, 0x42, 0x4d) && file.length >= 26 && file.readUInt32LE(2) === file.length) return true
  const box = file.toString('latin1', 4, 12)
  if (/^ftyp(?:heic|heix|heif|hevc|mif1|msf1|avif)/.test(box)) return true
  return startsWith(file, 0x52, 0x49, 0x46, 0x46) && file.toString('latin1', 8, 12) === 'WEBP'
}

function sniffText(file: Buffer): Exclude<FileFormat, PackageFormat> {
  const text = readHead(file)
  if (text === undefined) return 'unknown'
  const head = text.trimStart().slice(0, 4096).toLowerCase()
  if (head === '') return 'empty'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:mime-version:|from:|message-id:)/.test(head) && head.includes('content-type:')) return 'mhtml'
  if (head.startsWith('<?xml') && (head.includes('urn:schemas-microsoft-com:office:spreadsheet') || head.includes('progid="excel.sheet"')))
    return 'xml_spreadsheet'
  if (
    /^<(?:!doctype html|html|head|meta|body|table|style|script|div|center)\b/.test(head) ||
    (head.startsWith('<') && /<html[\s>]/.test(head))
  )
    return 'html'
  if (head.startsWith('<')) return 'text'
  return isSeparated(text) ? 'csv' : 'text'
}

/** The first 64 KB as text, or undefined when they are none: UTF-8, UTF-16 with its mark, or any single-byte code without control characters. */
function readHead(file: Buffer): string | undefined {
  if (startsWith(file, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(file.subarray(0, 65_536))
  if (startsWith(file, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(file.subarray(0, 65_536))
  const head = file.subarray(startsWith(file, 0xef, 0xbb, 0xbf) ? 3 : 0, 65_536)
  if (head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a))
    return undefined
  return head.toString(isUtf8(head) ? 'utf8' : 'latin1')
}

/** The same separator equally often in the first lines, at least once in each. */
function isSeparated(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).slice(0, 21)
  if (text.length > 60_000 || lines.length > 20) lines.pop()
  const filled = lines.filter((line) => line.trim() !== '')
  return [';', ',', '\t', '|'].some((separator) => {
    const counts = filled.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1)
    return counts.length > 0 && counts[0]! > 0 && counts.filter((count) => count === counts[0]).length >= 0.8 * counts.length
  })
}
