import type { PaperFrame } from '../../domain/letter.ts'
import type { Block, PaperForm, ReportModel, Run, TableColumn, TableRow } from '../../domain/report.ts'
import { abbreviate, recipientRuns, withCleanTexts } from '../assemble-report.ts'
import { dayInVietnam, periodName, shortDay, yearOf } from '../report-wording.ts'

/** With the initials of who handles it. */
type Recipient = { name: string; initials?: string | undefined }

type Paper = {
  /** Code of the kind in its number (CV, TB); null for papers without a number. */
  code: string | null
  title: string
  documentType: string
  subject: readonly string[]
  form?: PaperForm
  blocks: readonly Block[]
  closing: string
  /** Besides the unit: who else gets it, each without the leading hyphen. */
  recipients?: readonly Recipient[]
  appendices?: ReportModel['appendices']
  /** A filled date, for papers that are not issued by number. */
  isDated?: boolean
}

/** The head, the signature and the form of a paper of this office; every word decided. */
export function framePaper({ programme, profile, trial, sample, at }: PaperFrame, paper: Paper): ReportModel {
  const { issuer, signature } = programme
  const day = dayInVietnam(at)
  const date = paper.isDated ? `ngày ${dayWords(day)}` : `ngày      tháng      năm ${yearOf(day)}`
  const { separator } = profile.recipients
  const recipients = paper.recipients ?? []
  const model: ReportModel = {
    profile,
    info: { title: paper.title, subject: programme.shortTitle.vi, author: issuer.name, createdAt: at, language: 'vi-VN' },
    hasFields: false,
    marks: { draft: null, data: sample ? 'DỮ LIỆU MẪU' : trial ? 'DỮ LIỆU THỬ NGHIỆM' : null },
    head: {
      superior: issuer.superior ?? null,
      issuer: issuer.name,
      number: paper.code === null ? '' : numberOf(profile.head.number.pattern, paper.code, issuer.symbol, profile.regime),
      placeAndDate: `${issuer.place}, ${date}`,
    },
    documentType: paper.documentType,
    subject: paper.subject,
    addressee: null,
    blocks: paper.blocks,
    closing: paper.closing,
    recipients: {
      title: 'Nơi nhận:',
      items: recipients.map(({ name, initials }, index) =>
        recipientRuns(`- ${name}`, initials, index === recipients.length - 1 ? '.' : separator),
      ),
    },
    signature: { authority: abbreviate(signature.authority, profile), position: signature.position, name: signature.name },
    appendices: paper.appendices ?? [],
    ...(paper.form ? { form: paper.form } : {}),
  }
  return withCleanTexts(model)
}

/** A letter of a State body has no code of its kind in its number. */
const numberOf = (pattern: string, code: string, symbol: string, regime: 'party' | 'state'): string =>
  (code === 'CV' && regime === 'state' ? pattern.replace('{type}-', '') : pattern.replace('{type}', code)).replace('{symbol}', symbol)

function dayWords(isoDay: string): string {
  const [day, month, year] = shortDay(isoDay).split('/')
  return `${day} tháng ${month} năm ${year}`
}

export const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})
export const note = (text: string): Block => ({ kind: 'note', text })
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

type ColumnDraft = readonly [head: string, align: TableColumn['align'], share: number]
export const table = (columns: readonly ColumnDraft[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  table: {
    columns: columns.map(([head, align, share]) => ({ head, align, share })),
    rows: rows.map((cells): TableRow => ({ cells })),
  },
})

/** `kỳ báo cáo 6 tháng đầu năm 2026`. */
export const periodWords = ({ period }: PaperFrame): string => `kỳ ${periodName(period)}`

/** Where the office keeps its copy, as the programme's own recipients say it; a State body's registry otherwise. */
export function archiveOf({ programme: { recipients }, profile }: PaperFrame): Recipient {
  const archive = recipients.findLast(({ label }) => /^Lưu\b/u.test(label.vi))
  return archive
    ? { name: archive.label.vi, initials: archive.initials }
    : { name: profile.regime === 'state' ? 'Lưu: VT' : 'Lưu Văn phòng' }
}
