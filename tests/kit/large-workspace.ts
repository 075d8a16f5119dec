import { existsSync } from 'node:fs'
import { initWorkspace } from '../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../electron/setup/open-period.ts'
import { storePath, type Store } from '../../electron/store/database.ts'
import { insertNarrativePrints, listPrintedSubmissions } from '../../electron/store/narrative-print-store.ts'
import { getPeriodKey } from '../../electron/store/period-store.ts'
import { recomputeRollups } from '../../electron/store/rollup-audit.ts'
import { listTexts } from '../../electron/store/submission-rows.ts'
import { rebuildTextSearch } from '../../electron/store/text-search-store.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { printSubmission } from '../../shared/rules/narratives/print-submission.ts'
import { countingIds } from './test-submission.ts'

export type LargeScale = { units: number; fields: number; periods: number; narrated: number }

/** The scale that every page has to hold; `narrated` is how many of the newest periods have narratives. */
export const largeScale: LargeScale = { units: 5000, fields: 80, periods: 20, narrated: 2 }

const clock = (): string => '2026-06-20T02:00:00.000Z'
const first = [
  'Tiên',
  'Hồng',
  'Đức',
  'Yên',
  'Phú',
  'Ân',
  'Văn',
  'Đông',
  'Quang',
  'Minh',
  'Thái',
  'Hưng',
  'Long',
  'Nghĩa',
  'Bình',
  'Châu',
  'Tân',
]
const last = [
  'La',
  'Hiệp',
  'Thắng',
  'Mỹ',
  'Thịnh',
  'Hòa',
  'Giang',
  'Hà',
  'Trạch',
  'Lộc',
  'Sơn',
  'Khê',
  'Đô',
  'Hải',
  'Vinh',
  'Thành',
  'Xá',
  'Ốc',
  'Úc',
]

/** With two digits: “Tiên La 1” would stand in “Tiên La 10”, and a file of one could be either's. */
const unitName = (index: number): string =>
  `Đảng ủy ${index % 8 === 0 ? 'phường' : 'xã'} ${first[index % first.length]!} ${last[Math.floor(index / first.length) % last.length]!} ${String(1 + Math.floor(index / (first.length * last.length))).padStart(2, '0')}`

const unitsOf = (count: number): Unit[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `org.du_xa.${String(index).padStart(5, '0')}`,
    name: unitName(index),
    kind: index % 8 === 0 ? 'phuong' : 'xa',
    // A few bodies of the other lines, as in the bundled list.
    line: index === count - 1 ? 'federation' : index === count - 2 ? 'government' : 'territorial',
    parent: null,
    rank: index + 1,
    validFrom: null,
    validTo: null,
    aliases: [],
  }))

function programmeOf(count: number): Programme {
  const bundled = bundledProgramme()
  const extra = Array.from({ length: Math.max(0, count - bundled.fields.length) }, (_, index) => ({
    ...bundled.fields[0]!,
    code: `extra_${index}`,
    label: { vi: `Mục bổ sung ${index + 1}`, en: `Extra item ${index + 1}` },
  }))
  return { ...bundled, fields: [...bundled.fields, ...extra] }
}

/** Counted from 2021-Q3, so that the twentieth is 2026-Q2. */
const quarterOf = (index: number): { code: string; from: string; to: string; due: string } => {
  const year = 2021 + Math.floor((index + 2) / 4)
  const quarter = (index + 2) % 4
  const [from, to, due] = [
    ['01-01', '03-31', '04-05'],
    ['04-01', '06-30', '07-05'],
    ['07-01', '09-30', '10-05'],
    ['10-01', '12-31', '12-31'],
  ][quarter] as [string, string, string]
  return { code: `${year}-Q${quarter + 1}`, from: `${year}-${from}`, to: `${year}-${to}`, due: `${year}-${due}T16:30` }
}

/**
 * A workspace of that size at `directory`, written past the services in bulk: versions, figures, narratives, receipts, findings
 * and right sums, but no kept files, and submissions stand outside the journal. In the newest period one unit in forty is missing.
 * An existing workspace is left as it is. Gives the codes of its periods, oldest first.
 */
export function createLargeWorkspace(directory: string, scale: LargeScale = largeScale): string[] {
  const periods = Array.from({ length: scale.periods }, (_, index) => quarterOf(largeScale.periods - scale.periods + index))
  const codes = periods.map(({ code }) => code)
  if (existsSync(storePath(directory))) return codes
  const programme = programmeOf(scale.fields)
  const { store } = initWorkspace({ directory, programme, units: unitsOf(scale.units), clock, newId: countingIds(), actor: 'Lan' })
  try {
    for (const period of periods) openPeriod({ store, clock, actor: 'Lan' }, period)
    for (const [index, code] of codes.entries()) {
      const isNewest = index === scale.periods - 1
      store.transaction(() => fillPeriod(store, programme, code, { isNewest, isNarrated: index >= scale.periods - scale.narrated }))
      store.transaction(() => recomputeRollups(store, code))
    }
    store.transaction(() => rebuildTextSearch(store))
    store.transaction(() => {
      for (const code of codes.slice(-scale.narrated))
        for (const { submission } of listPrintedSubmissions(store, getPeriodKey(store, code)))
          insertNarrativePrints(store, submission, printSubmission(listTexts(store, submission), programme))
    })
  } finally {
    store.close()
  }
  return codes
}

type Filling = { isNewest: boolean; isNarrated: boolean }

function fillPeriod(store: Store, programme: Programme, code: string, { isNewest, isNarrated }: Filling): void {
  const { database } = store
  const period = getPeriodKey(store, code)
  database.exec(`
    INSERT OR IGNORE INTO cell_form (key, sheet, number_format, how) VALUES (1, 'So lieu', '#,##0', 'number'), (2, 'Phan loi', '', 'text');
    INSERT INTO received_file SELECT lower(hex(randomblob(32))), 30000, 'x' FROM unit;
    INSERT INTO submission
    SELECT NULL, lower(hex(randomblob(16))), ${period}, u.key, 1, 'effective', f.sha256, 'BC_' || u.code || '.xlsx', f.sha256, f.sha256, 'template', 0, 1,
      NULL, p.due_at, 'usb', p.due_at, 0, 'Lan'
    FROM unit u JOIN period p ON p.key = ${period}
    JOIN (SELECT sha256, row_number() OVER () AS number FROM received_file WHERE sha256 NOT IN (SELECT sha256 FROM submission)) f
      ON f.number = u.key
    ${isNewest ? 'WHERE u.key % 40 > 0' : ''}`)
  // Numerators stay below their denominators, and rates fall on both sides of the targets.
  const numberOf = new Map(programme.fields.map(({ code: field }, index) => [field, index + 1]))
  const pairs = new Map(programme.indicators.map(({ numerator, denominator }) => [numberOf.get(numerator)!, numberOf.get(denominator)!]))
  const size = (number: number | string): string => `(200 + (s.unit * 7919 + ${number} * 104729 + ${period} * 613) % 4000)`
  const cases = [...pairs]
    .map(([part, whole]) => `WHEN ${part} THEN ${size(whole)} * (700 + (s.unit * 31 + ${part} * 17) % 300) / 1000`)
    .join(' ')
  const key = new Map(
    (database.prepare('SELECT key, code FROM field').all() as { key: number; code: string }[]).map((row) => [row.code, row.key]),
  )
  const fieldKeys = programme.fields.map(({ code: field }, index) => `(${key.get(field)}, ${index + 1})`).join(', ')
  database.exec(`
    INSERT INTO figure
    SELECT s.key, n.key, CASE WHEN (s.unit + n.number * 13) % 97 = 0 THEN 1 WHEN (s.unit * 3 + n.number) % 211 = 0 THEN 2 ELSE 0 END,
      CASE WHEN (s.unit + n.number * 13) % 97 = 0 OR (s.unit * 3 + n.number) % 211 = 0 THEN NULL
        ELSE CASE n.number ${cases} ELSE ${size('n.number')} END END,
      1, 'E' || (n.number + 6), NULL
    FROM submission s JOIN (WITH n (key, number) AS (VALUES ${fieldKeys}) SELECT * FROM n) n
    WHERE s.period = ${period} ORDER BY s.key, n.key`)
  database.exec(`
    INSERT INTO receipt (id, period, path, sha256, outcome, unit, submission, received_at, channel, imported_at, actor, findings)
    SELECT lower(hex(randomblob(16))), s.period, '/usb/' || s.original_name, s.sha256, 'imported', s.unit, s.key, s.received_at, s.channel, s.imported_at, 'Lan', '[]'
    FROM submission s WHERE s.period = ${period}`)
  if (isNewest)
    database.exec(`
      INSERT INTO finding
      SELECT ${period}, lower(hex(randomblob(16))), 'C8', CASE WHEN s.unit % 250 = 0 THEN 'blocking' ELSE 'warning' END, 'open', s.unit, s.key, NULL, 'um_total', NULL,
        '1200', '1180', '{"label":"Mục kiểm tra","otherLabel":"Mục gốc","actual":1180,"expected":1200,"otherActual":1200}', '[{"sheet":"So lieu","cell":"E7"}]'
      FROM submission s WHERE s.period = ${period} AND s.unit % 5 = 0`)
  if (!isNarrated) return
  const texts = programme.tasks
    .slice(0, 16)
    .map(({ code: task }, index) => `('nar.${task}', ${index + 1})`)
    .join(', ')
  // Each period has words of its own, or every text would be one of the last period.
  const sentence = [
    'Cấp ủy đã tổ chức học tập, quán triệt nội dung Chỉ thị đến các chi bộ; ',
    'Ban Thường vụ kiểm tra việc chăm lo đời sống công nhân khu nhà trọ ở từng thôn; ',
    'Công đoàn cơ sở đối thoại với chủ doanh nghiệp về bữa ăn ca, lương và bảo hiểm; ',
  ][period % 3]!
  database.exec(`
    INSERT INTO text_input (submission, name, text, raw, form, cell)
    SELECT s.key, t.column1, 'Đơn vị số ' || s.unit || ', kỳ ${code}: ' || '${sentence}' || 'mở ' || ((s.unit * 7 + t.column2) % 40 + 1) || ' lớp, ' ||
      ((s.unit * 13 + t.column2 * 5) % 900 + 20) || ' lượt người tham dự; ${sentence.repeat(2)}tiếp tục trong kỳ sau.', NULL, 2, 'C' || (t.column2 + 6)
    FROM submission s JOIN (VALUES ${texts}) t WHERE s.period = ${period} ORDER BY s.key`)
}
