import type { Instant } from '../domain/identity.ts'
import type { LayoutProfile } from '../domain/layout-profile.ts'
import type { Programme } from '../domain/programme.ts'
import type { Block, ReportModel, Run } from '../domain/report.ts'
import { abbreviate, recipientsOf } from './assemble-report.ts'
import { dayInVietnam, monthOf, shortDay, timeAndDay, yearOf } from './report-wording.ts'

/** Who says it, in which form, and what marks every page of a trial. */
export type OfficePaper = { programme: Programme; profile: LayoutProfile; dataMark: string | null }

export type SlipFacts = {
  report: string
  title: string
  code: string
  snapshotSha256: string
  baseSha256: string
  journalHead: string
  pages: number
  submittedAt: Instant
  submittedBy: string
  /** As on the paper, `Số 127-BC/TU, ngày 30/6/2026`; null before it is issued. */
  number: string | null
  /** Who reviewed, approved and signed, and when. */
  steps: readonly { label: string; actor: string; at: Instant }[]
}

/**
 * The verification slip: an internal sheet that leads from the printed paper back to the archive, so that nothing odd stands on
 * the paper itself. Equal facts are the same sheet.
 */
export function assembleSlip(paper: OfficePaper, facts: SlipFacts): ReportModel {
  const rows: [string, string][] = [
    ['Văn bản', facts.title],
    ['Số, ngày', facts.number ?? 'Chưa phát hành'],
    ['Mã kiểm chứng', facts.code],
    ['Mã báo cáo', facts.report],
    ['Bản chốt (SHA-256)', inHalves(facts.snapshotSha256)],
    ['Bản trình (SHA-256)', inHalves(facts.baseSha256)],
    ['Số trang', String(facts.pages)],
    ['Đầu nhật ký trước khi trình', inHalves(facts.journalHead)],
    ['Chốt và trình', `${facts.submittedBy}, ${timeAndDay(facts.submittedAt)}`],
    ...facts.steps.map(({ label, actor, at }): [string, string] => [label, `${actor}, ${timeAndDay(at)}`]),
  ]
  const table = {
    columns: [
      { head: 'Nội dung', align: 'left', share: 3 },
      { head: 'Giá trị', align: 'left', share: 7 },
    ] as const,
    rows: rows.map(([label, value]) => ({ cells: [label, value] })),
  }
  return officePaper(paper, {
    type: 'PHIẾU KIỂM CHỨNG',
    subject: [`của ${facts.title}`],
    day: dayInVietnam(facts.submittedAt),
    createdAt: facts.submittedAt,
    number: '',
    blocks: [
      { kind: 'table', table },
      {
        kind: 'paragraph',
        runs: [
          {
            text: `Cách kiểm chứng: trên máy giữ dữ liệu, mở Nhật ký và kiểm chứng rồi thả tệp PDF vào, hoặc nhập mã ${facts.code} để mở bản lưu và đối chiếu với bản giấy.`,
          },
        ],
      },
    ],
    closing: 'Phiếu này lưu nội bộ cùng hồ sơ báo cáo.',
    recipients: [[{ text: '- Lưu hồ sơ báo cáo.' }]],
    signature: { authority: 'NGƯỜI TRÌNH', position: '', name: facts.submittedBy },
  })
}

/** Two lines of the same length, so that they can be compared by eye. */
const inHalves = (hash: string): string => `${hash.slice(0, hash.length / 2)} ${hash.slice(hash.length / 2)}`

export type NoticeFacts = {
  /** As on the papers: `Số 128-BC/TU, ngày 03/7/2026`. */
  fresh: { number: string; day: string; title: string }
  old: { number: string; day: string }
  at: Instant
}

/** To the same recipients as the paper that it is about: which one counts from now on. */
export function assembleNotice(paper: OfficePaper, { fresh, old, at }: NoticeFacts): ReportModel {
  const { programme, profile } = paper
  return officePaper(paper, {
    type: 'THÔNG BÁO',
    subject: [`về việc thay thế ${fresh.title.slice(0, 1).toLocaleLowerCase('vi')}${fresh.title.slice(1)}`],
    day: fresh.day,
    createdAt: at,
    number: profile.head.number.pattern.replace('{type}', 'TB').replace('{symbol}', programme.issuer.symbol),
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          {
            text: `${fresh.number}, ngày ${shortDay(fresh.day)} thay thế ${old.number}, ngày ${shortDay(old.day)} về cùng nội dung. Từ ngày ban hành, ${old.number} không còn được sử dụng.`,
          },
        ],
      },
      { kind: 'paragraph', runs: [{ text: 'Đề nghị các cơ quan, đơn vị đã nhận bản trước sử dụng bản thay thế gửi kèm thông báo này.' }] },
    ],
    closing: `Trên đây là thông báo thay thế ${old.number}.`,
    recipients: recipientsOf(programme, profile),
    signature: { ...programme.signature, authority: abbreviate(programme.signature.authority, profile) },
  })
}

type Sheet = {
  type: string
  subject: readonly string[]
  day: string
  createdAt: Instant
  number: string
  blocks: readonly Block[]
  closing: string
  recipients: readonly (readonly Run[])[]
  signature: ReportModel['signature']
}

function officePaper({ programme, profile, dataMark }: OfficePaper, sheet: Sheet): ReportModel {
  const [day, month] = [sheet.day.slice(8), monthOf(sheet.day)]
  return {
    profile,
    info: {
      title: sheet.subject.join(' '),
      subject: programme.shortTitle.vi,
      author: programme.issuer.name,
      createdAt: sheet.createdAt,
      language: 'vi-VN',
    },
    marks: { draft: null, data: dataMark },
    hasFields: false,
    head: {
      superior: programme.issuer.superior ?? null,
      issuer: programme.issuer.name,
      number: sheet.number,
      placeAndDate: `${programme.issuer.place}, ngày ${day} tháng ${month < 3 ? `0${month}` : month} năm ${yearOf(sheet.day)}`,
    },
    documentType: sheet.type,
    subject: sheet.subject,
    addressee: null,
    blocks: sheet.blocks,
    closing: sheet.closing,
    recipients: { title: 'Nơi nhận:', items: sheet.recipients },
    signature: sheet.signature,
    appendices: [],
  }
}
