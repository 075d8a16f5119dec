import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { initWorkspace } from '../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../electron/setup/open-period.ts'
import { openStore, type Store } from '../../electron/store/database.ts'
import { listFieldSums, listLinePools } from '../../electron/store/consolidation-store.ts'
import { getPeriodKey, listPeriods } from '../../electron/store/period-store.ts'
import { computeFieldSums, recomputeRollups } from '../../electron/store/rollup-audit.ts'
import { insertSubmission } from '../../electron/store/submission-store.ts'
import type { FigureReading } from '../../shared/domain/figure.ts'
import type { TextInput } from '../../shared/domain/submission.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { countingIds, sha256Of } from '../kit/test-submission.ts'
import { interleave, type BenchReport } from './harness.ts'

const full = process.env['BENCH_FULL'] === '1'
const fieldCount = 80
const textCount = 17
const periodCount = 20
const unitCount = full ? 5000 : 1250

const bundled = bundledProgramme()
const programme = {
  ...bundled,
  fields: Array.from({ length: fieldCount }, (_, index) => bundled.fields[index] ?? { ...bundled.fields[0]!, code: `extra_${index}` }),
}
const units: Unit[] = Array.from({ length: unitCount }, (_, index) => ({
  code: `org.${index}`,
  name: `Xã ${index}`,
  kind: 'xa',
  line: index % 50 === 49 ? 'federation' : 'territorial',
  parent: null,
  rank: index + 1,
  validFrom: null,
  validTo: null,
  aliases: [],
}))

function newStore(folder: string, name: string): Store {
  const newId = countingIds()
  const order = { directory: join(folder, name), programme, units, clock: () => '2026-06-15T02:00:00.000Z', newId, actor: 'Lan' }
  const { store } = initWorkspace(order)
  for (let index = 0; index < periodCount; index++)
    openPeriod(
      { store, clock: order.clock, actor: 'Lan' },
      { code: `p${index}`, from: '2026-01-01', to: `2026-06-${10 + index}`, due: '2026-07-01' },
    )
  return store
}

const figuresOf = (seed: number): FigureReading[] =>
  programme.fields.map(({ code }, index): FigureReading => {
    const value = (seed * 7919 + index * 104_729) % 100_000
    return {
      field: code,
      state: 'value',
      value,
      source: { sheet: 'So lieu', cell: `D${index + 5}`, raw: String(value), numberFormat: '#,##0', how: 'number' },
    }
  })
const textsOf = (seed: number): TextInput[] =>
  Array.from({ length: textCount }, (_, index) => {
    const text = `Đã triển khai đến 100% chi bộ, lần ${seed}, mục ${index}: ${'tổ chức học tập, quán triệt nội dung Chỉ thị. '.repeat(4)}`
    return { name: `nar.tsk.${1 + (index % 5)}.${index}`, text, raw: text, sheet: 'Phan loi', cell: `C${index + 5}`, how: 'text' }
  })

type Prepared = { file: Database.Statement; submission: Database.Statement; figure: Database.Statement; text: Database.Statement }

/** What anyone would write by hand: prepared once, bound by position. */
const prepareRaw = (database: Database.Database): Prepared => ({
  file: database.prepare('INSERT INTO received_file VALUES (?, 1, ?)'),
  submission: database.prepare(
    `INSERT INTO submission (id, period, unit, version, state, sha256, original_name, content_sha256, row_sha256, layout, nil_report, template_version,
       question, received_at, channel, imported_at, after_close, actor)
     VALUES (?, ?, ?, 1, 'effective', ?, 'a.xlsx', ?, ?, 'template', 0, 1, NULL, '2026-06-15', 'usb', '2026-06-15', 0, 'Lan')`,
  ),
  figure: database.prepare('INSERT INTO figure VALUES (?, ?, 0, ?, 1, ?, NULL)'),
  text: database.prepare('INSERT INTO text_input VALUES (?, ?, ?, NULL, 1, ?)'),
})

function insertRaw(
  raw: Prepared,
  period: number,
  unit: number,
  id: string,
  figures: readonly FigureReading[],
  texts: readonly TextInput[],
): void {
  raw.file.run(id, id)
  const key = raw.submission.run(id, period, unit, id, id, id).lastInsertRowid
  figures.forEach((figure, index) => raw.figure.run(key, index + 1, figure.value, figure.source.cell))
  for (const text of texts) raw.text.run(key, text.name, text.text, text.cell)
}

function insertOurs(
  store: Store,
  period: string,
  unit: string,
  id: string,
  figures: readonly FigureReading[],
  texts: readonly TextInput[],
): void {
  store.prepare('INSERT INTO received_file VALUES (?, 1, ?)').run(id, id)
  insertSubmission(store, {
    id,
    period,
    unit,
    state: 'effective',
    sha256: id,
    originalName: 'a.xlsx',
    contentSha256: id,
    layout: 'template',
    nilReport: false,
    templateVersion: 1,
    question: null,
    receivedAt: '2026-06-15',
    channel: 'usb',
    importedAt: '2026-06-15',
    afterClose: false,
    actor: 'Lan',
    figures,
    texts,
    communeRows: [],
  })
}

async function benchInsert(folder: string, report: BenchReport): Promise<void> {
  const count = Math.min(unitCount, 1000)
  const inputs = Array.from({ length: count }, (_, seed) => ({ figures: figuresOf(seed), texts: textsOf(seed), unit: seed + 1 }))
  const [ours, peer] = [newStore(folder, 'ours'), newStore(folder, 'peer')]
  peer.database.exec("INSERT INTO cell_form VALUES (1, 'So lieu', '#,##0', 'number')")
  const raw = prepareRaw(peer.database)
  const rounds = { ours: 0, peer: 0 }
  const times = await interleave(9, {
    peer: () => {
      const period = ++rounds.peer
      peer.transaction(() =>
        inputs.forEach(({ figures, texts, unit }) => insertRaw(raw, period, unit, sha256Of(`${period} ${unit}`), figures, texts)),
      )
    },
    ours: () => {
      const period = `p${rounds.ours++}`
      ours.transaction(() =>
        inputs.forEach(({ figures, texts, unit }) =>
          insertOurs(ours, period, `org.${unit - 1}`, sha256Of(`${period} ${unit}`), figures, texts),
        ),
      )
    },
  })
  ours.close()
  peer.close()
  const rowsPerSecond = (ms: number): string => `${Math.round((count * (fieldCount + textCount)) / ms)} k rows/s`
  report.add({
    job: `insert ${count} submissions × ${fieldCount + textCount} rows, one transaction`,
    ours: rowsPerSecond(times['ours']!),
    peer: `raw prepared ${rowsPerSecond(times['peer']!)}`,
    ratio: times['peer']! / times['ours']!,
    must: 0.8,
    stretch: null,
  })
}

async function benchSums(folder: string, report: BenchReport): Promise<void> {
  const store = newStore(folder, 'sums')
  store.database.exec("INSERT INTO cell_form VALUES (1, 'So lieu', '#,##0', 'number')")
  const raw = prepareRaw(store.database)
  for (const { code } of listPeriods(store)) {
    const period = getPeriodKey(store, code)
    store.transaction(() =>
      units.forEach((_, unit) => insertRaw(raw, period, unit + 1, sha256Of(`${period} ${unit}`), figuresOf(unit + period), [])),
    )
    store.transaction(() => recomputeRollups(store, code))
  }
  const figures = unitCount * periodCount * fieldCount
  report.note(`${(figures / 1e6).toFixed(0)} million figures`)
  const period = getPeriodKey(store, 'p10')
  const counted = "FROM submission s JOIN figure g ON g.submission = s.key WHERE s.period = ? AND s.state = 'effective'"
  const byField = store.database.prepare(`SELECT g.field, sum(g.value) ${counted} GROUP BY g.field`).raw()
  const ungrouped = store.database.prepare(`SELECT sum(g.value) ${counted}`).raw()
  const times = await interleave(9, {
    byField: () => byField.all(period),
    ours: () => computeFieldSums(store, period),
    ungrouped: () => ungrouped.get(period),
    rollup: () => [listFieldSums(store, period), listLinePools(store, period)],
  })
  report.add({
    job: `sums of one period among ${(figures / 1e6).toFixed(0)} M figures`,
    ours: `${times['ours']!.toFixed(1)} ms, by line, field and state, adjustments laid over`,
    peer: `bare sum() of the same rows by field ${times['byField']!.toFixed(1)} ms`,
    ratio: times['byField']! / times['ours']!,
    must: 0.5,
    stretch: 1 / 1.3,
  })
  report.note(
    `one bare sum() over all fields of these rows at once, which tells nobody anything: ${times['ungrouped']!.toFixed(1)} ms, ${(times['ungrouped']! / times['ours']!).toFixed(2)}×`,
  )
  report.add({
    job: 'the same from the roll-up',
    ours: `${times['rollup']!.toFixed(2)} ms`,
    peer: '5 ms allowed',
    ratio: 5 / times['rollup']!,
    must: 1,
    stretch: 5 / 0.6,
  })
  store.close()
  const { directory } = store
  const opening = await interleave(9, {
    open: () => openStore(directory, { mode: 'write', clock: () => '2026-06-15T02:00:00.000Z' }).close(),
  })
  report.add({
    job: `open and close a workspace of ${(figures / 1e6).toFixed(0)} M figures`,
    ours: `${opening['open']!.toFixed(1)} ms`,
    peer: '100 ms allowed',
    ratio: 100 / opening['open']!,
    must: 1,
    stretch: null,
  })
}

export default async function benchStore(report: BenchReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-bench-'))
  try {
    await benchInsert(folder, report)
    await benchSums(folder, report)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
