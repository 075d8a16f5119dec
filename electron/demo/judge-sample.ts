import { createRouterClient } from '@orpc/server'
import { taskStatuses, type TaskStatus } from '../../shared/domain/task-status.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import type { Engine } from '../engine/engine.ts'

/** Communes that were visited, by their place in protocol order. */
const visited = [1, 6, 12, 19, 25, 33, 41, 58, 77, 90]

const shortcomings = [
  {
    at: 12,
    input: 'nar.tsk.3.3',
    category: 'Đối thoại, thương lượng tại nơi làm việc',
    text: 'Chưa tổ chức đối thoại định kỳ tại một số doanh nghiệp',
    extent: '07/31 doanh nghiệp',
    cause: 'subjective',
    causeText: 'Cấp ủy chưa phân công người theo dõi doanh nghiệp mới thành lập',
    remedy: 'Tổ chức đối thoại tại 07 doanh nghiệp còn lại',
    dueOn: '2026-09-30',
  },
  {
    at: 33,
    input: 'nar.tsk.3.3',
    category: 'Đối thoại, thương lượng tại nơi làm việc',
    text: 'Hội nghị người lao động còn hình thức, kiến nghị chưa được trả lời bằng văn bản',
    extent: '04 doanh nghiệp',
    cause: 'both',
    causeText: 'Doanh nghiệp nhỏ, lao động làm theo ca; công đoàn cơ sở chưa chủ động đề xuất',
    remedy: 'Hướng dẫn mẫu biên bản, trả lời kiến nghị trong 15 ngày',
    dueOn: '2026-08-31',
  },
  {
    at: 58,
    input: 'nar.tsk.4.2',
    category: 'Đào tạo, nâng cao tay nghề',
    text: 'Tỷ lệ công nhân học nâng cao kỹ năng nghề thấp so với mặt bằng chung',
    extent: '',
    cause: 'objective',
    causeText: 'Trên địa bàn chưa có cơ sở đào tạo nghề; doanh nghiệp chủ yếu gia công',
    remedy: 'Phối hợp với trường nghề của tỉnh mở lớp tại doanh nghiệp',
    dueOn: '2026-12-10',
  },
] as const

const strengths = [
  { at: 1, kind: 'strength', text: 'Phân công cấp ủy viên phụ trách từng cụm công nghiệp, giao ban hằng tháng' },
  { at: 25, kind: 'commendation', text: 'Tổ tuyên truyền lưu động tại khu nhà trọ công nhân ngoài giờ làm việc' },
] as const

/** As a reviewer would by the day of the report: visits, what they showed, what became of proposals, two differences settled. */
export async function judgeSample(engine: Engine, period: string): Promise<void> {
  const client = createRouterClient(engine.router, { context: engine.context })
  const communes = bundledUnits().filter(({ line }) => line === 'territorial')
  const codeAt = (place: number): string => communes[place % communes.length]!.code
  for (const [visit, place] of visited.entries())
    for (const [index, { code: task }] of bundledProgramme().tasks.entries())
      await client.tasks.setStatus({
        period,
        unit: codeAt(place),
        task,
        status: statusOf(visit * visit + index * 7 + visit * index),
        evidence: 'Kiểm tra tại cơ sở, tháng 6/2026',
      })
  for (const { at, ...shortcoming } of shortcomings)
    await client.shortcomings.add({ period, unit: codeAt(at), audience: 'unit', owner: 'Đảng ủy xã, phường', ...shortcoming })
  for (const { at, ...note } of strengths) await client.notes.add({ period, unit: codeAt(at), audience: 'unit', ...note })
  for (const { unit, words, addressee } of await client.proposals.list({ period }))
    if (addressee === 'Tỉnh ủy') await client.proposals.set({ period, unit, words, state: 'forwarded', reason: '' })
  const found = (await client.findings.list({ period, open: true })).filter(({ rule }) => rule === 'R6').slice(0, 2)
  for (const [index, { id }] of found.entries())
    await client.discrepancies.settle({
      period,
      findings: [id],
      as: index === 0 ? 'kept' : 'waived',
      basis: 'phone',
      reason:
        index === 0
          ? 'Hai bên rà soát: số của đơn vị đúng; Liên đoàn Lao động tỉnh tính cả công đoàn cơ sở đã chuyển địa bàn.'
          : 'Cùng nguyên nhân với mục trên.',
    })
}

/** Most units do it regularly; the same place always says the same. */
const statusOf = (place: number): TaskStatus => taskStatuses[place % 10 < 6 ? 0 : place % 10 < 9 ? 1 : 2]
