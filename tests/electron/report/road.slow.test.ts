import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { certifyWithOpenssl } from '../../kit/certify-with-openssl.ts'
import { keyOf, makeCertificate, type CertificateFiles } from '../../kit/make-certificates.ts'
import { checkWithQpdf, textOf } from '../../kit/read-pdf.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { writeP12 } from '../../kit/write-p12.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const password = 'Mật khẩu ký số 58'

const pdfsig = (path: string): string => {
  try {
    return execFileSync('pdfsig', [path], { encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  }
}

/** The signature as a file of its own, over what it covers: what `openssl` judges. */
function judgeWithOpenssl(folder: string, path: string, root: CertificateFiles): string {
  const bytes = readFileSync(path)
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/g)].at(-1)!
  const [from, to, rest] = ranges.slice(1).map(Number) as [number, number, number]
  const hex = bytes.subarray(from + 1, to - 1).toString('latin1')
  const der = Buffer.from(hex, 'hex')
  const [signature, content, ca] = ['sig.der', 'content', 'root.pem'].map((name) => join(folder, name)) as [string, string, string]
  writeFileSync(signature, der.subarray(0, der.readUInt16BE(2) + 4))
  writeFileSync(content, Buffer.concat([bytes.subarray(0, from), bytes.subarray(to, to + rest)]))
  writeFileSync(ca, root.pem)
  const args = [
    'cms',
    '-verify',
    '-cades',
    '-inform',
    'DER',
    '-in',
    signature,
    '-content',
    content,
    '-binary',
    '-CAfile',
    ca,
    '-purpose',
    'any',
    '-out',
    '/dev/null',
  ]
  // The certificates of the test live now, the clock of the engine stands in June.
  return execFileSync('openssl', [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

describeWithTools(['poppler-utils', 'qpdf'], 'the road of a report', () => {
  it('[ST10] from the draft to the issued paper with two signatures, and to the one that takes its place', async () => {
    const folder = temporaryFolder()
    const root = certifyWithOpenssl({ commonName: 'Gốc thử nghiệm', kind: 'rsa' })
    const person = certifyWithOpenssl({ commonName: 'Trần Quốc Toản', kind: 'rsa', issuer: root })
    const office = certifyWithOpenssl({ commonName: 'Tỉnh ủy Hưng Yên', kind: 'ec', issuer: root })
    const rootPath = join(folder, 'root.pem')
    writeFileSync(rootPath, root.pem)
    const { engine, signedIn, setClock } = await engineWithAccounts({
      lan: ['clerk'],
      mai: ['reviewer', 'clerk'],
      toan: ['leader'],
      hoa: ['registrar'],
    })
    const [lan, mai, toan, hoa, quan] = (await Promise.all(['lan', 'mai', 'toan', 'hoa', 'quan'].map(signedIn))).map(
      ({ client }) => client,
    ) as [Client, Client, Client, Client, Client]
    const { staging } = engine.context
    const input = (path: string): string => staging.addInput(path)
    const output = (name: string): string => staging.addOutput(join(folder, name))
    const build = async (kind: 'periodic' | 'interim'): Promise<string> => {
      const job = await engine.context.jobs.wait((await lan.reports.build({ period: '2026-H1', kind })).jobId)
      return (job.result as { report: string }).report
    }
    await quan.trust.addRoot({ file: input(rootPath) })

    const report = await build('periodic')
    expect(await codeOf(stepTaken(engine, lan.reports.submit({ report })))).toBe('report.wrong_state')
    await mai.reports.review({ report })
    const submitted = await stepTaken(engine, lan.reports.submit({ report }))
    expect(submitted.state).toBe('submitted')

    // The leader sends it back with a remark; it is not submitted again before the remark is answered.
    await toan.reports.return({ report, remarks: ['Nêu rõ nguyên nhân chủ quan'] })
    await mai.reports.review({ report })
    expect(await codeOf(stepTaken(engine, lan.reports.submit({ report })))).toBe('report.remarks_open')
    const [remark] = (await lan.reports.road({ report })).remarks
    await lan.reports.answer({ remark: remark!.id, answer: 'Đã bổ sung tại mục IV.3' })
    // Who reviewed it may be a clerk as well, and does not submit it.
    expect(await codeOf(stepTaken(engine, mai.reports.submit({ report })))).toBe('report.own_review')
    expect((await mai.reports.road({ report })).blockers).toMatchObject([{ code: 'own_review' }])
    await stepTaken(engine, lan.reports.submit({ report }))

    const base = output('ban-trinh.pdf')
    await toan.reports.reprint({ report, target: base })
    const road = await toan.reports.road({ report })
    expect(road).toMatchObject({
      moves: ['approve', 'return', 'withdraw'],
      blockers: [],
      freeze: { code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) },
    })
    expect((await lan.reports.road({ report })).blockers).toMatchObject([{ code: 'own_work' }])
    expect(await codeOf(stepTaken(engine, lan.reports.approveOnPaper({ report, scan: input(join(folder, 'ban-trinh.pdf')) })))).toBe(
      'report.own_work_approve',
    )
    await stepTaken(engine, toan.reports.approve({ report }))

    // One try per entry; the wrong ones are counted.
    const p12 = writeP12(folder, { name: 'person', leaf: person, root, password })
    const sign = (client: Client, path: string, name: string, secret = password) =>
      client.reports.sign({ report, certificate: input(path), password: secret, target: output(name) })
    expect(await codeOf(sign(toan, p12, 'no.pdf', 'sai'))).toBe('sign.wrong_password')
    expect(await codeOf(sign(toan, rootPath, 'no.pdf'))).toBe('sign.not_certificate')
    expect(await codeOf(hoa.reports.issue({ report, number: 127, day: '2026-06-30' }))).toBe('report.scan_missing')
    const old = await makeCertificate({ name: 'CN=Trần Quốc Toản', from: '2020-01-01', to: '2021-01-01' })
    const oldP12 = writeP12(folder, { name: 'old', leaf: old, root, password })
    expect(await codeOf(sign(toan, oldP12, 'no.pdf'))).toBe('sign.not_valid')
    // Three slips of the finger cost nothing.
    const codes: string[] = []
    for (let wrong = 0; wrong < 5; wrong++) codes.push(await codeOf(sign(toan, oldP12, 'no.pdf', 'sai')))
    expect(codes).toEqual([...Array.from({ length: 4 }, () => 'sign.wrong_password'), 'sign.wait'])
    // The place of a person is not signed by whoever holds the office's seal.
    expect(await codeOf(sign(hoa, p12, 'no.pdf'))).toBe('session.no_right')
    expect((await sign(toan, p12, 'da-ky.pdf')).report.state).toBe('signed')
    expect(pdfsig(join(folder, 'da-ky.pdf'))).toMatch(/Total document signed[\s\S]*Signature is Valid/)

    expect(await codeOf(toan.reports.issue({ report, number: 127, day: '2026-06-30' }))).toBe('session.no_right')
    // [ST10] A number is given for ever: a mistyped year is asked for again.
    for (const day of ['2036-06-30', '2025-11-30'])
      expect(await codeOf(hoa.reports.issue({ report, number: 127, day }))).toBe('report.day_outside')
    // [ST10] It was approved on the 22nd.
    expect(await codeOf(hoa.reports.issue({ report, number: 127, day: '2026-06-21' }))).toBe('report.day_before_approval')
    await hoa.reports.issue({ report, number: 127, day: '2026-06-30' })
    // [ST10] Neither a term that begins in the middle of its numbers nor a day far ahead: both would spoil the register for good.
    expect(await codeOf(hoa.settings.updateTerm({ termFrom: '2026-01-01' }))).toBe('report.term_numbered')
    expect(await codeOf(hoa.reports.recordNumber({ number: 128, day: '2036-07-02', about: 'Báo cáo công tác' }))).toBe('report.day_outside')
    await hoa.settings.updateTerm({ termFrom: '2030-10-01' })
    expect(await codeOf(hoa.reports.recordNumber({ number: 1, day: '2026-07-02', about: 'Báo cáo công tác' }))).toBe('report.outside_term')
    await hoa.settings.updateTerm({ termFrom: '2025-10-03' })
    expect(await codeOf(hoa.reports.issue({ report, number: 128, day: '2026-06-30' }))).toBe('report.wrong_state')
    expect(await codeOf(sign(toan, p12, 'no.pdf'))).toBe('session.no_right')
    await sign(hoa, writeP12(folder, { name: 'office', leaf: office, root, password }), 'ban-phat-hanh.pdf')
    // Once: what was handed out is not changed any more.
    expect(await codeOf(sign(hoa, p12, 'no.pdf'))).toBe('report.sealed')
    const issued = join(folder, 'ban-phat-hanh.pdf')
    expect(pdfsig(issued).match(/Signature is Valid/g)).toHaveLength(2)
    expect(pdfsig(issued)).toContain('Total document signed')
    expect(judgeWithOpenssl(folder, issued, root)).toBe('')
    checkWithQpdf(readFileSync(issued))
    const said = textOf(readFileSync(issued)).normalize('NFC')
    expect(said).toMatch(/Số\s+127\s*-BC\/TU/)
    expect(said).toMatch(/ngày\s+30\s+tháng\s+6\s+năm\s+2026/)
    expect(await lan.trust.verifyFile({ file: input(issued), language: 'vi' })).toMatchObject({
      ok: true,
      integrity: true,
      trust: 'trusted',
      archive: 'match',
      report,
    })
    // Neither good nor bad: nobody asked.
    const { checks } = await lan.trust.verifyFile({ file: input(issued), language: 'vi' })
    expect(checks.find(({ detail }) => detail.includes('thu hồi'))).toMatchObject({
      ok: null,
      detail: 'chưa kiểm tra được việc thu hồi chứng thư vì máy không nối mạng',
    })
    const changed = readFileSync(issued)
    changed[5000]! ^= 1
    writeFileSync(join(folder, 'sua.pdf'), changed)
    expect(await lan.trust.verifyFile({ file: input(join(folder, 'sua.pdf')), language: 'vi' })).toMatchObject({
      ok: false,
      integrity: false,
      archive: 'differs',
    })

    // Byte for byte, today and whenever it is asked for.
    const again = await lan.reports.reprint({ report, target: output('in-lai.pdf') })
    expect(again.identical).toBe(true)
    expect(readFileSync(join(folder, 'in-lai.pdf')).equals(readFileSync(issued))).toBe(true)
    await lan.reports.slip({ report, target: output('phieu.pdf') })
    const slip = textOf(readFileSync(join(folder, 'phieu.pdf')))
    expect(slip).toContain((await lan.reports.road({ report })).freeze!.code)
    expect(
      (await lan.reports.findByCode({ code: (await lan.reports.road({ report })).freeze!.code.toLowerCase().replace('-', '') })).report,
    ).toBe(report)

    // Another report is signed by an outside tool, numbered after what was given elsewhere, and takes the first one's place.
    const second = await build('interim')
    await mai.reports.review({ report: second })
    await stepTaken(engine, lan.reports.submit({ report: second }))
    await stepTaken(engine, toan.reports.approve({ report: second }))
    await toan.reports.reprint({ report: second, target: output('di-ky.pdf') })
    const sent = readFileSync(join(folder, 'di-ky.pdf'))
    const { signPdf } = await import('../../../electron/sign/sign-pdf.ts')
    const outside = await signPdf(sent, {
      field: 'chu_ky_ca_nhan',
      key: keyOf(person, [root]),
      at: '2026-06-22T02:00:00.000Z',
      draw: () => ({ content: 'q Q', images: [] }),
    })
    const intake = async (bytes: Uint8Array): Promise<string> => {
      const path = join(folder, `ve-${bytes.length}.pdf`)
      writeFileSync(path, bytes)
      return codeOf(toan.reports.intake({ report: second, file: input(path) }))
    }
    expect(await intake(sent)).toBe('report.intake_other')
    expect(await intake(readFileSync(issued))).toBe('report.intake_other')
    expect(await intake(Buffer.concat([outside, Buffer.from('\n')]))).toBe('report.intake_unsigned')
    expect(await intake(outside)).toBe('none')
    expect(await codeOf(hoa.reports.issue({ report: second, number: 127, day: '2026-07-03' }))).toBe('report.number_taken')
    expect(await codeOf(hoa.reports.issue({ report: second, number: 129, day: '2026-07-03' }))).toBe('report.number_gap')
    await hoa.reports.recordNumber({ number: 128, day: '2026-07-02', about: 'Báo cáo công tác tháng 6' })
    // [ST10] What belongs to one year may be issued in the next one, and says so.
    setClock('2027-01-04T02:00:00.000Z')
    const [clerk, registrar] = (await Promise.all(['lan', 'hoa'].map(signedIn))).map(({ client }) => client) as [Client, Client]
    await registrar.reports.issue({ report: second, number: 129, day: '2027-01-05', supersedes: report })
    await clerk.reports.reprint({ report: second, target: output('nam-sau.pdf') })
    expect(textOf(readFileSync(join(folder, 'nam-sau.pdf'))).normalize('NFC')).toMatch(/ngày\s+05\s+tháng\s+01\s+năm\s+2027/)
    expect((await clerk.reports.list({})).map(({ state }) => state).toSorted()).toEqual(['issued', 'superseded'])
    await registrar.reports.notice({ report: second, target: output('thong-bao.pdf') })
    expect(textOf(readFileSync(join(folder, 'thong-bao.pdf')))).toContain('127-BC/TU')
    expect((await clerk.reports.register({})).numbers.map(({ number }) => number)).toEqual([127, 128, 129])
    expect(await clerk.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
  })
})
