import { indexUnits } from '../../../shared/rules/find-unit-names.ts'
import { suggestUnits } from '../../../shared/rules/identify-submission.ts'
import type { Id } from '../../../shared/domain/identity.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { findAttachedFile, findPaper, listAttachedFiles, type AttachedFile, type Paper } from '../../store/paper-store.ts'
import { getPeriod, listExpectedUnits } from '../../store/period-store.ts'
import { listUnits } from '../../store/unit-store.ts'
import { listLaidTexts } from '../../store/laid-text-store.ts'
import { nameOf } from '../list-receipts.ts'

/** What can be done with an attached file: shown as pages, as a picture, read by headings, or only opened elsewhere. */
export type PaperFormat = 'pdf' | 'image' | 'docx' | 'workbook' | 'other'

/** An attached file with what people said of it. `suggestions`: units that its name and folders speak of; nothing decides by itself. */
export type AttachedPaper = Omit<AttachedFile, 'path'> & {
  name: string
  format: PaperFormat
  suggestions: readonly string[]
  paper: Paper | null
  /** How many of the unit's texts in effect come from it. */
  laidTexts: number
}

type Doors = Pick<ServiceContext, 'store'>

/** The attached files of a period, newest first. Refuses with `period.not_found`. */
export function listPapers({ store }: Doors, request: { period: string; unit?: string | undefined }): AttachedPaper[] {
  const period = getPeriod(store, request.period).code
  const describe = describer(store, period)
  return listAttachedFiles(store, { period, unit: request.unit ?? null }).map(describe)
}

/** Refuses with `paper.not_found`. */
export function getAttachedPaper({ store }: Doors, receipt: Id): AttachedPaper {
  const file = getAttachedFile({ store }, receipt)
  return describer(store, file.period)(file)
}

export function getAttachedFile({ store }: Doors, receipt: Id): AttachedFile {
  const file = findAttachedFile(store, receipt)
  if (!file) throw new AppError('paper.not_found', { id: receipt })
  return file
}

function describer(store: ServiceContext['store'], period: string): (file: AttachedFile) => AttachedPaper {
  const index = indexUnits(listUnits(store))
  const expected = new Set(listExpectedUnits(store, period).map(({ code }) => code))
  return ({ path, ...file }) => {
    const name = nameOf(path)
    const folders = path.split(/[\\/]/).slice(0, -1).slice(-2).join('/')
    const laid = file.unit === null ? [] : listLaidTexts(store, period, file.unit)
    return {
      ...file,
      name,
      format: formatOf(name),
      suggestions: suggestUnits(name, folders, index).filter((unit) => expected.has(unit)),
      paper: findPaper(store, file.receipt) ?? null,
      laidTexts: laid.filter(({ receipt, state }) => receipt === file.receipt && state === 'active').length,
    }
  }
}

function formatOf(name: string): PaperFormat {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (extension === 'pdf' || extension === 'docx') return extension
  if (/^(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/.test(extension)) return 'image'
  return /^(?:xlsx|xlsm|xls|ods|csv)$/.test(extension) ? 'workbook' : 'other'
}
