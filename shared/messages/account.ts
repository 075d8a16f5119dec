import type { Role } from '../domain/account.ts'
import { texts } from './text.ts'

export const roleTexts = texts<Role>({
  clerk: { vi: 'Chuyên viên tổng hợp', en: 'Clerk' },
  reviewer: { vi: 'Cán bộ thẩm định', en: 'Reviewer' },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  registrar: { vi: 'Văn thư', en: 'Registrar' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
})
