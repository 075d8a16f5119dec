import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeTemplate } from '../../../../electron/workers/template/write-template.ts'
import { readWorkbook } from '../../../../electron/workers/workbook/read-workbook.ts'
import { submissionContent } from '../../../../shared/domain/submission.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { templateFileName } from '../../../../shared/rules/template-file-name.ts'
import { describeWithTools } from '../../../kit/system-tools.ts'
import { seededRandom } from '../../../kit/seeded-random.ts'
import { federation, front, mapped, orderFor, phoHien, units } from '../../../kit/template-order.ts'
import { temporaryFolder } from '../../../kit/test-workspace.ts'

const programme = bundledProgramme()
const script = new URL('../../../kit/fill-workbook.py', import.meta.url).pathname
type Values = Record<string, string | number>
type Job = { source: string; target?: string; values: Values }

const runScript = (jobs: readonly Job[]): Values[] =>
  JSON.parse(
    execFileSync('/usr/bin/python3', [script], { input: JSON.stringify({ jobs }), maxBuffer: 64 * 1_048_576 }).toString(),
  ) as Values[]

/** Counts in which no part is larger than its whole; every state and kind of input somewhere. */
function consistentValues(random: () => number): Values {
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const values: Values = {}
  for (const field of programme.fields) values[`fld.${field.code}`] = upTo(5_000)
  for (const indicator of programme.indicators)
    values[`fld.${indicator.numerator}`] = upTo(values[`fld.${indicator.denominator}`] as number)
  for (const { whole, parts } of programme.wholes)
    values[`fld.${whole}`] = parts.reduce((sum, part) => sum + (values[`fld.${part}`] as number), 0)
  values['fld.cba_new'] = ['-', 'x', 'không phát sinh', 'không thuộc đối tượng'][upTo(3)]!
  for (const task of programme.tasks)
    values[`nar.${task.code}`] = `- Nội dung ${task.code}: đã tổ chức ${upTo(90)} cuộc.\nTiếp tục thực hiện.`
  values['mil.plan.date'] = '26/02/2026'
  values['mil.plan.number'] = `${upTo(99)}-KH/ĐU`
  values['prop.3.text'] = '@Đề nghị bố trí kinh phí'
  values['doc.note'] = 'Số liệu do công đoàn cơ sở cung cấp.'
  return values
}

/** Offices have Times New Roman; a test machine may have a stand-in without Vietnamese letters. Tinos has its measures. */
function fontsOfOffices(folder: string): string {
  const path = join(folder, 'fonts.conf')
  const tinos = new URL('../../../../node_modules/@expo-google-fonts/tinos', import.meta.url).pathname
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
      <include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${tinos}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>
      <match target="pattern"><test name="family"><string>Times New Roman</string></test>
        <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>`,
  )
  return path
}

const convert = (folder: string, format: string, files: readonly string[]): string => {
  const out = join(folder, format)
  mkdirSync(out, { recursive: true })
  const run = spawnSync(
    'soffice',
    [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', format, '--outdir', out, ...files],
    { encoding: 'utf8', env: { ...process.env, FONTCONFIG_FILE: fontsOfOffices(folder) } },
  )
  expect([run.status, run.stderr.includes('Error')]).toEqual([0, false])
  return out
}
const contentOf = (path: string): string => submissionContent(mapped(readWorkbook(readFileSync(path))))

describeWithTools(['python3-openpyxl'], 'a script that fills by defined names', () => {
  it('fills every input of units of every kind, and they are read back exactly', async () => {
    const folder = temporaryFolder()
    const random = seededRandom(58)
    const jobs: (Job & { target: string })[] = []
    // Every third of the communes, and all bodies, of which no two have the same workbook.
    const chosen = units.filter(({ line }, index) => line !== 'territorial' || index % 3 === 0)
    for (const unit of chosen) {
      const source = join(folder, templateFileName('H1-2026', unit))
      writeFileSync(source, await writeTemplate(orderFor(unit)))
      jobs.push({ source, target: source.replace('.xlsx', '.filled.xlsx'), values: consistentValues(random) })
    }
    const reread = runScript(jobs)
    jobs.forEach(({ target, values }, index) => {
      const submission = mapped(readWorkbook(readFileSync(target)))
      expect(submission.identity?.unit).toBe(chosen[index]!.code)
      const counts = Object.fromEntries(submission.figures.map((figure) => [`fld.${figure.field}`, figure.value ?? figure.source.raw]))
      expect(counts).toEqual(Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('fld.'))))
      for (const { name, raw } of submission.texts) expect([name, raw]).toEqual([name, values[name]])
      expect(submission.texts.length).toBe(programme.tasks.length + 4)
      expect(submission.findings.filter(({ rule }) => rule !== 'M7')).toEqual([])
      expect(reread[index]).toEqual(values)
    })
  })
})

describeWithTools(['python3-openpyxl', 'libreoffice-calc'], 'LibreOffice saving a filled workbook again', () => {
  it('leaves its content as it is, and hides the identity sheet at most', async () => {
    const folder = temporaryFolder()
    const random = seededRandom(104)
    const paths: string[] = []
    for (const unit of [phoHien, federation, front, null]) {
      const values: Values = { ...consistentValues(random), ...(unit ? {} : { 'doc.unit': 'Đảng ủy xã Tiên La' }) }
      const own = join(folder, templateFileName('H1-2026', unit))
      writeFileSync(own, await writeTemplate(orderFor(unit), { ...values, 'prop.3.text': '=Đề nghị' }))
      const source = own.replace('.xlsx', '.empty.xlsx')
      writeFileSync(source, await writeTemplate(orderFor(unit)))
      const target = own.replace('.xlsx', '.script.xlsx')
      runScript([{ source, target, values }])
      paths.push(own, target)
    }
    const out = convert(folder, 'xlsx', paths)
    for (const path of paths) {
      const saved = join(out, path.slice(folder.length + 1))
      expect(contentOf(saved)).toBe(contentOf(path))
      const submission = mapped(readWorkbook(readFileSync(saved)))
      expect([submission.identity?.intact, submission.findings.filter(({ rule }) => rule !== 'M7')]).toEqual([true, []])
    }
  })
})

describeWithTools(['libreoffice-calc', 'poppler-utils'], 'the printed workbook', () => {
  it('shows every label, hint and a long narrative to its last word, on A4', async () => {
    const folder = temporaryFolder()
    const words = Array.from({ length: 380 }, (_, index) => `từ${index}`)
    const path = join(folder, 'phieu.xlsx')
    writeFileSync(
      path,
      await writeTemplate(orderFor(phoHien), { 'nar.tsk.1.1': words.join(' '), 'fld.um_total': 1000, 'fld.um_informed': 912 }),
    )
    const pdf = join(convert(folder, 'pdf', [path]), 'phieu.pdf')
    const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, '')
    const printed = flat(execFileSync('pdftotext', ['-layout', pdf, '-']).toString())
    for (const word of words) expect([word, printed.includes(word)]).toEqual([word, true])
    const raw = flat(execFileSync('pdftotext', ['-raw', pdf, '-']).toString())
    for (const label of [...programme.fields, ...programme.tasks].map(({ label: { vi } }) => vi))
      expect([label, raw.includes(flat(label))]).toEqual([label, true])
    expect(raw).toMatch(/912.*91[.,]20%/)
    const sizes = new Set(
      [
        ...execFileSync('pdfinfo', ['-l', '99', pdf])
          .toString()
          .matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g),
      ].map(([, a, b]) => [Math.round(Number(a)), Math.round(Number(b))].toSorted((x, y) => x - y).join('x')),
    )
    expect([...sizes]).toEqual(['595x842'])
  })
})
