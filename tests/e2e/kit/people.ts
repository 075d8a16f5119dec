import { createRouterClient } from '@orpc/server'
import type { Page } from 'playwright-core'
import { createEngine } from '../../../electron/engine/engine.ts'
import type { Role } from '../../../shared/domain/account.ts'
import { cheapPassword } from '../../kit/test-accounts.ts'

/** One person of each role, as an office has them. */
export const people = {
  ha: { displayName: 'Trần Thị Hà', roles: ['administrator'] },
  lan: { displayName: 'Nguyễn Thị Lan', roles: ['clerk'] },
  minh: { displayName: 'Lê Văn Minh', roles: ['reviewer'] },
  tam: { displayName: 'Phạm Đức Tâm', roles: ['leader'] },
  thu: { displayName: 'Đỗ Thị Thu', roles: ['registrar'] },
} as const satisfies Record<string, { displayName: string; roles: readonly Role[] }>
export type Person = keyof typeof people

export const passwordOf = (name: string): string => `matkhau-${name}-58`

/** Gives a workspace, that nobody has open, its five accounts. */
export async function employPeople(directory: string): Promise<void> {
  const engine = createEngine({ directory, mode: 'write', actor: 'Lan', ...cheapPassword })
  const client = createRouterClient(engine.router, { context: engine.context })
  const { ha, ...others } = people
  await client.accounts.createFirst({ name: 'ha', displayName: ha.displayName, roles: [...ha.roles], password: passwordOf('ha') })
  for (const [name, { displayName, roles }] of Object.entries(others))
    await client.accounts.create({ name, displayName, roles: [...roles], password: passwordOf(name) })
  await engine.close()
}

/** At the sign-in page. */
export async function signIn(page: Page, name: Person): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passwordOf(name))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('button', { name: `Tài khoản: ${people[name].displayName}` }).waitFor()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản: / }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
}
