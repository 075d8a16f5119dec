import type { Instant } from '../domain/identity.ts'
import type { PaperFrame } from '../domain/letter.ts'
import type { Programme, ReportKind } from '../domain/programme.ts'
import type { Block, ReportModel, Run } from '../domain/report.ts'
import type { ParagraphChange, ReportChanges, WordStretch } from '../domain/report-change.ts'
import { reportKindTexts } from '../messages/command-output.ts'
import { changesTexts, changeWords } from '../messages/report-changes.ts'
import { fillText } from '../messages/text.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { fullSubject } from './assemble-report.ts'
import { appendixWords, figureRows } from './change-words.ts'
import { framePaper, heading, note, paragraph, table } from './letters/frame-paper.ts'
import { periodName, timeAndDay } from './report-wording.ts'
import { sectionLabel } from './section-label.ts'

/** A remark and how it was taken, as it is printed. */
export type PrintedRemark = {
  text: string
  actor: string
  at: Instant
  answer: string | null
  answeredBy: string | null
  answeredAt: Instant | null
  section: string | null
}

export type ChangesFacts = {
  frame: PaperFrame
  kind: ReportKind
  changes: Omit<ReportChanges, 'paragraphs' | 'appendices'> & {
    paragraphs: ReportChanges['paragraphs'] | null
    appendices: ReportChanges['appendices'] | null
  }
  since: { at: Instant; actor: string; pages: number; readAt: Instant | null }
  until: Instant | null
  remarks: readonly PrintedRemark[]
}

/**
 * Phiếu thay đổi: what is new since the paper that was read, on one sheet. `most`: as many fields and as many paragraphs are
 * spelled out; of the rest it says how many there are, never nothing.
 */
export function assembleChanges({ frame, kind, changes, since, until, remarks }: ChangesFacts, most: number): ReportModel {
  const { programme, period } = frame
  const read = since.readAt === null ? '' : `, đã đọc đến trang cuối lúc ${timeAndDay(since.readAt)}`
  const now = until === null ? 'Dự thảo hiện nay' : `Bản trình lúc ${timeAndDay(until)}`
  const appendices = changes.appendices ?? []
  const parts: [string, Block[]][] = [
    ['Số liệu', figureBlocks(programme, changes, most)],
    ['Lời văn', wordBlocks(changes.paragraphs, new Set(remarks.map(({ section }) => section)), most)],
    ['Phụ lục', appendices.length === 0 ? [] : [paragraph(`${appendices.map((change) => appendixWords(change, 'vi', true)).join('; ')}.`)]],
    ['Tiếp thu ý kiến', remarks.length === 0 ? [] : [remarkTable(remarks, programme, kind)]],
  ]
  const shown = parts.filter(([, blocks]) => blocks.length > 0)
  return framePaper(frame, {
    code: null,
    title: `Phiếu thay đổi, báo cáo ${fullSubject(kind, programme, period)}`,
    documentType: 'PHIẾU THAY ĐỔI',
    subject: [`của báo cáo ${reportKindTexts[kind].vi} ${periodName(period)}`],
    form: { kind: 'sheet' },
    blocks: [
      paragraph(`${now} so với bản trình lúc ${timeAndDay(since.at)} (${formatCount(since.pages)} trang${read}).`),
      ...(shown.length === 0 ? [paragraph('Không có thay đổi.')] : []),
      ...shown.flatMap(([title, blocks], index) => [heading(2, `${index + 1}. ${title}`), ...blocks]),
    ],
    closing: '',
    isDated: true,
  })
}

function figureBlocks(programme: Programme, changes: ChangesFacts['changes'], most: number): Block[] {
  const spelt = changes.fields.slice(0, Math.floor(most / 2))
  const rows = figureRows(programme, { ...changes, register: [], fields: spelt }, 'vi', true)
  const sent = figureRows(programme, { indicators: [], register: changes.register, fields: [] }, 'vi').map((row) =>
    fillText(changeWords.step, 'vi', row),
  )
  const left = changes.fields.length - spelt.length
  return [
    ...(rows.length === 0
      ? []
      : [
          table(
            [
              [changeWords.name.vi, 'left', 6],
              [changeWords.before.vi, 'right', 4],
              [changeWords.after.vi, 'right', 4],
            ],
            rows.map(({ name, before, after }) => [name, before, after]),
          ),
        ]),
    ...(sent.length > 0 ? [paragraph(`${sent.join('; ')}.`)] : []),
    ...(left > 0 ? [note(`Còn ${formatSmallCount(left)} mục số liệu khác đã thay đổi, xem trên máy.`)] : []),
  ]
}

/** What was changed for a remark first, then words, then what only shows other figures; printed in the order of the report. */
function wordBlocks(paragraphs: readonly ParagraphChange[] | null, remarked: ReadonlySet<string | null>, most: number): Block[] {
  if (paragraphs === null) return [paragraph(changesTexts.otherProgram.vi)]
  if (paragraphs.length === 0) return []
  const weight = ({ section, words }: ParagraphChange): number =>
    section !== null && remarked.has(section) ? 0 : words.some(({ kind, text }) => kind !== 'same' && /\p{L}/u.test(text)) ? 1 : 2
  const chosen = new Set(paragraphs.toSorted((a, b) => weight(a) - weight(b)).slice(0, most))
  const left = paragraphs.length - chosen.size
  return [
    ...paragraphs
      .filter((change) => chosen.has(change))
      .map(({ kind, heading: place, words }) =>
        paragraph(...(place === '' ? [] : [{ text: `${place}: `, italic: true } as Run]), ...runsOf(kind, words)),
      ),
    note(`${left > 0 ? `Còn ${formatSmallCount(left)} đoạn khác đã thay đổi, xem trên máy. ` : ''}Chữ đậm: mới; trong ngoặc [ ]: đã bỏ.`),
  ]
}

/** As many unchanged words stay on each side of a change. */
const wordsAround = 6

/** The changed words with their surroundings; a long stretch that stayed is cut in its middle. */
function runsOf(kind: ParagraphChange['kind'], words: readonly WordStretch[]): Run[] {
  if (kind !== 'changed')
    return [
      { text: kind === 'added' ? words[0]!.text : `[${words[0]!.text.trim()}]`, ...(kind === 'added' ? { bold: true as const } : {}) },
    ]
  return words.map((stretch, index): Run => {
    if (stretch.kind === 'new') return { text: stretch.text, bold: true }
    if (stretch.kind === 'old') return { text: `${index === 0 ? '' : ' '}[${stretch.text.trim()}]` }
    const all = stretch.text.match(/\s*\S+/gu) ?? []
    const [before, after] = [index === 0 ? 0 : wordsAround, index === words.length - 1 ? 0 : wordsAround]
    return all.length <= before + after + 1
      ? { text: stretch.text }
      : { text: [...all.slice(0, before), ' …', ...(after === 0 ? [] : all.slice(-after))].join('') }
  })
}

function remarkTable(remarks: readonly PrintedRemark[], programme: Programme, kind: ReportKind): Block {
  return table(
    [
      ['TT', 'center', 0],
      ['Ý kiến', 'left', 5],
      ['Tiếp thu, giải trình', 'left', 5],
      ['Tại mục', 'left', 3],
    ],
    remarks.map(({ text, answer, section }, index) => [
      String(index + 1),
      text,
      answer ?? 'Chưa có',
      section === null ? '' : (sectionLabel(programme.outline, section, kind) ?? ''),
    ]),
  )
}

/** Bảng tiếp thu ý kiến: how each remark was taken, by whom and where. */
export function assembleRemarks(frame: PaperFrame, kind: ReportKind, remarks: readonly PrintedRemark[]): ReportModel {
  const { programme, period } = frame
  const who = (actor: string, at: Instant): string => `${actor}, ${timeAndDay(at)}`
  return framePaper(frame, {
    code: null,
    title: `Bảng tiếp thu ý kiến, báo cáo ${fullSubject(kind, programme, period)}`,
    documentType: 'BẢNG TIẾP THU Ý KIẾN',
    subject: [`đối với báo cáo ${reportKindTexts[kind].vi} ${periodName(period)}`],
    form: { kind: 'sheet' },
    blocks: [
      table(
        [
          ['TT', 'center', 0],
          ['Ý kiến', 'left', 5],
          ['Người nêu', 'left', 4],
          ['Tiếp thu, giải trình', 'left', 5],
          ['Tại mục', 'left', 3],
          ['Người trả lời', 'left', 4],
        ],
        remarks.map(({ text, actor, at, answer, answeredBy, answeredAt, section }, index) => [
          String(index + 1),
          text,
          who(actor, at),
          answer ?? 'Chưa có',
          section === null ? '' : (sectionLabel(programme.outline, section, kind) ?? ''),
          answeredBy === null || answeredAt === null ? '' : who(answeredBy, answeredAt),
        ]),
      ),
    ],
    closing: '',
    isDated: true,
  })
}
