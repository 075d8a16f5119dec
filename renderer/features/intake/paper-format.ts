import type { AttachedPaper } from './intake-values.ts'

type PaperFormat = AttachedPaper['format']

const pictures = /^(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/
const workbooks = /^(?:xlsx|xlsm|xls|ods|csv)$/

/** What a kept file can be shown as, by its name, as the engine tells it of papers. */
export function paperFormat(name: string): PaperFormat {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (extension === 'pdf' || extension === 'docx') return extension
  return pictures.test(extension) ? 'image' : workbooks.test(extension) ? 'workbook' : 'other'
}
