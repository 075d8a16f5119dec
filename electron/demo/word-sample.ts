import { createRouterClient } from '@orpc/server'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import type { Engine } from '../engine/engine.ts'

/** What only the office can say, section by section; figures are references, so that they follow what is reported. */
const sections: Readonly<Record<string, readonly string[]>> = {
  situation: [
    'Từ ngày 01/7/2025, tỉnh thực hiện mô hình chính quyền địa phương hai cấp với 104 xã, phường; tổ chức công đoàn được sắp xếp lại, công đoàn trong cơ quan hành chính và đơn vị sự nghiệp hưởng toàn bộ ngân sách nhà nước kết thúc hoạt động. Vì vậy số liệu từ năm 2026 không so sánh được với các năm trước.',
  ],
  leadership: [
    'Các cấp ủy đã phổ biến, quán triệt Chỉ thị số 58-CT/TW và Chương trình hành động tới cán bộ, đảng viên, đoàn viên công đoàn và người lao động; có [[reg.received]]/[[reg.expected]] đơn vị báo cáo kết quả.',
    'Công tác kiểm tra, đôn đốc được duy trì; còn [[reg.missing]] đơn vị chưa gửi báo cáo, đã được nhắc bằng văn bản.',
  ],
  results_tasks: [
    'Nhìn chung các nhiệm vụ thường xuyên được triển khai ở hầu hết các đơn vị; mức độ chưa đồng đều giữa địa bàn có khu công nghiệp và địa bàn thuần nông.',
  ],
  directions: [
    'Tập trung đôn đốc các chỉ tiêu chưa tới mức mục tiêu năm, trước hết là học tập nâng cao kỹ năng nghề nghiệp và hội nghị người lao động tại doanh nghiệp ngoài Nhà nước.',
    'Kiểm tra việc khắc phục các tồn tại, hạn chế đã nêu tại mục IV trước ngày 30/11/2026; đơn vị chưa gửi báo cáo hoàn thành trước ngày 10/7/2026.',
  ],
}

/** Tasks of which a sentence of some unit is quoted. */
const quoted = ['tsk.1.2', 'tsk.2.1', 'tsk.3.3', 'tsk.4.2'] as const

/** As the clerk would before the report is built: the office's own sections, and for some tasks two suggested sentences, none twice. */
export async function wordSample(engine: Engine, period: string): Promise<void> {
  const client = createRouterClient(engine.router, { context: engine.context })
  const scope = { period, kind: 'periodic' } as const
  for (const { code } of bundledProgramme().outline) {
    const text = sections[code]?.join('\n')
    if (text !== undefined) await client.reportTexts.write({ ...scope, section: code, text })
  }
  const said = new Set<string>()
  for (const task of quoted) {
    const fresh = (await client.reportTexts.suggest({ ...scope, task })).filter(({ text }) => !said.has(text))
    for (const { unit, text } of fresh.slice(0, 2)) {
      await client.reportTexts.pin({ ...scope, task, unit, text })
      said.add(text)
    }
  }
}
