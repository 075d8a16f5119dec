import type { ReportWorkbook, SheetColumn } from '../../shared/domain/report-tables.ts'
import type { Period } from '../../shared/domain/period.ts'
import { reportStateTexts } from '../../shared/messages/report.ts'
import { periodName, shortDay, timeAndDay } from '../../shared/rules/report-wording.ts'
import { hasAccounts } from '../store/account-store.ts'
import type { Store } from '../store/database.ts'
import { getReport } from '../store/report-store.ts'
import { findSetting } from '../store/setting-store.ts'
import type { ExportedPaper } from './export-papers.ts'
import { findNumberedPaper } from './numbered-paper.ts'

const columns: readonly (SheetColumn & { head: string })[] = [
  { head: 'TT', width: 6, align: 'center' },
  { head: 'Tên tệp', width: 52, align: 'left' },
  { head: 'Văn bản', width: 26, align: 'left' },
  { head: 'Báo cáo', width: 18, align: 'left' },
  { head: 'Số, ngày', width: 26, align: 'left' },
  { head: 'Lưu lúc', width: 22, align: 'left' },
  { head: 'Tình trạng tệp', width: 22, align: 'left' },
  { head: 'SHA-256', width: 36, align: 'left' },
]

const labels: Readonly<Record<ExportedPaper['role'], string>> = {
  submitted: 'Bản trình',
  signed: 'Bản đã ký',
  issued: 'Bản phát hành',
  approval: 'Bản chụp bản ký tay',
  slip: 'Phiếu kiểm chứng',
  notice: 'Thông báo thay thế',
}

/** What was handed out of a period's reports, to be printed and kept with it. */
export function layOutPaperList(store: Store, period: Period, files: readonly ExportedPaper[]): ReportWorkbook {
  const title = 'Danh sách văn bản báo cáo đã lưu'
  const lead = `Kỳ ${periodName(period)}. Hàm băm SHA-256 để đối chiếu từng tệp với bản lưu.`
  const rows = files.map((file, index) => {
    const { name, report, role, isBefore, at, state, sha256 } = file
    const numbered = findNumberedPaper(store, report)
    return [
      String(index + 1),
      name,
      isBefore ? 'Bản đã ghi số, cơ quan chưa ký' : labels[role],
      reportStateTexts[getReport(store, report).state].vi,
      numbered ? `${numbered.number}, ngày ${shortDay(numbered.day)}` : '',
      timeAndDay(at),
      state === 'written' ? 'Nguyên vẹn' : 'Không còn khớp với bản đã lưu, chưa xuất',
      sha256,
    ]
  })
  const isSample = findSetting(store, 'sample') === '1'
  return {
    title,
    mark: isSample ? 'DỮ LIỆU MẪU' : hasAccounts(store) ? null : 'DỮ LIỆU THỬ NGHIỆM',
    writtenAt: files
      .map(({ at }) => at)
      .toSorted()
      .at(-1)!,
    sheets: [
      {
        name: 'Danh sách',
        orientation: 'landscape',
        columns,
        frozen: { lines: 3, columns: 0 },
        lines: [
          { kind: 'title', cells: [title] },
          { kind: 'lead', cells: [lead] },
          { kind: 'head', cells: columns.map(({ head }) => head) },
          ...rows.map((cells) => ({ kind: 'body', cells }) as const),
        ],
      },
    ],
  }
}
