import type { Role } from '../domain/account.ts'
import { texts, type Language, type Text } from './text.ts'

export const roleTexts = texts<Role>({
  clerk: { vi: 'Chuyên viên tổng hợp', en: 'Clerk' },
  reviewer: { vi: 'Cán bộ thẩm định', en: 'Reviewer' },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  registrar: { vi: 'Văn thư', en: 'Registrar' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
})

/** Codes as the journal and refusals carry them (`clerk, reviewer`), in words; one that is not known stays. */
export const roleWords = (codes: string, language: Language): string =>
  codes
    .split(', ')
    .map((code) => (roleTexts as Readonly<Record<string, Text>>)[code]?.[language] ?? code)
    .join(', ')

/** Why a password was not looked at or not taken, as the journal says it. */
export const refusalReasonTexts = texts({
  password: { vi: 'mật khẩu chưa đúng', en: 'wrong password' },
  wait: { vi: 'chưa hết thời gian chờ', en: 'still has to wait' },
  inactive: { vi: 'tài khoản đã ngừng dùng', en: 'the account is disabled' },
})

/** How long to wait, as a person says it. */
export const waitWords = texts({
  seconds: { vi: '{count} giây', en: '{count} seconds' },
  minutes: { vi: '{count} phút', en: '{count} minutes' },
})
