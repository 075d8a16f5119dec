import { describe, expect, it } from 'vitest'
import { describePaper } from '../../../../shared/rules/papers/describe-paper.ts'
import { letterhead, paperOf, signBlock } from '../../../kit/paper-blocks.ts'

const values = (document: ReturnType<typeof paperOf>) =>
  Object.fromEntries(Object.entries(describePaper(document)).map(([name, part]) => [name, part?.value ?? null]))

describe('what a paper says of itself', () => {
  it('of a Party report: number, day, issuer, subject, signer, each with its block', () => {
    const document = paperOf(
      letterhead,
      'BÁO CÁO',
      'kết quả thực hiện Chỉ thị số 58-CT/TW, ngày 10/01/2026 của Ban Bí thư',
      '6 tháng đầu năm 2026',
      '-----',
      'Thực hiện Công văn số 12-CV/BTGDVTU, ngày 01 tháng 6 năm 2026, Đảng ủy xã báo cáo:',
      signBlock,
    )
    expect(values(document)).toEqual({
      number: '15-BC/ĐU',
      issuedOn: '2026-06-10',
      issuer: 'ĐẢNG ỦY XÃ TIÊN LA',
      kind: 'BÁO CÁO',
      subject: 'kết quả thực hiện Chỉ thị số 58-CT/TW, ngày 10/01/2026 của Ban Bí thư 6 tháng đầu năm 2026',
      signer: 'Nguyễn Văn An',
      position: 'T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ',
    })
    expect(describePaper(document)).toMatchObject({ number: { place: 1 }, subject: { place: 3 }, signer: { place: 7 } })
  })

  it('of a report of a state body without tables, with a colon and slashes', () => {
    const document = paperOf(
      'ỦY BAN NHÂN DÂN\nXÃ TIÊN LA',
      'Số: 127/BC-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Tiên La, ngày 05 tháng 02 năm 2026',
      'BÁO CÁO',
      'Kết quả công tác tuyên truyền',
      'Căn cứ Kế hoạch số 05/KH-UBND ngày 03/01/2026, xã báo cáo như sau:',
      'CHỦ TỊCH',
      'Trần Thị Bích Ngọc',
    )
    expect(values(document)).toEqual({
      number: '127/BC-UBND',
      issuedOn: '2026-02-05',
      issuer: 'ỦY BAN NHÂN DÂN XÃ TIÊN LA',
      kind: 'BÁO CÁO',
      subject: 'Kết quả công tác tuyên truyền',
      signer: 'Trần Thị Bích Ngọc',
      position: 'CHỦ TỊCH',
    })
  })

  it('of a letter: the subject after V/v', () => {
    expect(
      values(
        paperOf(
          'ĐẢNG ỦY PHƯỜNG PHỐ HIẾN',
          'Số 40-CV/ĐU',
          'V/v báo cáo kết quả thực hiện Chỉ thị số 58-CT/TW',
          'Kính gửi: Ban Tuyên giáo và Dân vận Tỉnh ủy',
        ),
      ),
    ).toMatchObject({
      number: '40-CV/ĐU',
      issuer: 'ĐẢNG ỦY PHƯỜNG PHỐ HIẾN',
      subject: 'báo cáo kết quả thực hiện Chỉ thị số 58-CT/TW',
      kind: null,
    })
  })

  it('says nothing where the paper says nothing: a blank number and day, only papers it refers to', () => {
    expect(
      values(
        paperOf(
          { rows: [['ĐẢNG ỦY XÃ TIÊN LA\nSố      -BC/ĐU', 'Tiên La, ngày      tháng      năm 2026']] },
          'BÁO CÁO',
          'kết quả 6 tháng',
          'Thực hiện Công văn số 12-CV/BTGDVTU, ngày 01 tháng 6 năm 2026.',
        ),
      ),
    ).toMatchObject({ number: null, issuedOn: null, issuer: 'ĐẢNG ỦY XÃ TIÊN LA', signer: null, position: null })
    expect(values(paperOf('Xã báo cáo theo số 12-CV/ĐU gửi kèm.', 'Hết.'))).toMatchObject({
      number: null,
      issuer: null,
      kind: null,
      subject: null,
    })
    expect(values(paperOf())).toMatchObject({ number: null, signer: null })
  })
})
