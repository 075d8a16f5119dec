import { describe, expect, it } from 'vitest'
import { delayAfter } from '../../../shared/rules/attempt-delay.ts'
import { hashPassword, hasMarkedLetters, isPassword } from '../../../electron/accounts/password.ts'

describe('a password', () => {
  it('is kept as a salted hash that only it opens, however its letters were composed', async () => {
    const password = 'Tiên La một hai ba'
    const [record, again] = [await hashPassword(password.normalize('NFD')), await hashPassword(password)]
    expect(record.hash).not.toBe(again.hash)
    expect(JSON.stringify(record)).not.toContain('Tiên')
    expect([record.cost * record.blockSize * 128, record.parallelization]).toEqual([64 * 1024 * 1024, 1])
    expect(await Promise.all([password, 'Tiên La một hai bà'].map((tried) => isPassword(tried, record)))).toEqual([true, false])
  })

  it('is opened with the parameters it was kept with', async () => {
    const { scryptSync } = await import('node:crypto')
    const salt = 'ab'.repeat(16)
    const hash = scryptSync('an older one', Buffer.from(salt, 'hex'), 32, { cost: 1024, blockSize: 8, parallelization: 2 }).toString('hex')
    expect(await isPassword('an older one', { salt, hash, cost: 1024, blockSize: 8, parallelization: 2 })).toBe(true)
  })

  it.each([
    ['bảy chữ', 'account.password_short'],
    ['bảy chữ'.normalize('NFD'), 'account.password_short'],
    ['tám chữ ', 'none'],
  ])('%j → %s', async (password, code) => {
    expect(
      await hashPassword(password).then(
        () => 'none',
        (error: { code: string }) => error.code,
      ),
    ).toBe(code)
  })

  it('is nobody’s where there is no account, and is looked at all the same', async () => {
    expect(await isPassword('00', undefined)).toBe(false)
  })

  it('leaves the loop free while it is hashed', async () => {
    const order: string[] = []
    const hashing = hashPassword('long enough to hash').then(() => order.push('hashed'))
    await new Promise<void>((resolve) => setImmediate(resolve))
    order.push('something else')
    await hashing
    expect(order).toEqual(['something else', 'hashed'])
  })

  it.each([
    ['Matkhau58!', false],
    ['mạtkhau58', true],
    ['ư', true],
  ])('%s holds marked letters: %s', (password, isMarked) => expect(hasMarkedLetters(password)).toBe(isMarked))
})

it('makes whoever guesses wait longer and longer', () =>
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(delayAfter)).toEqual([0, 0, 0, 5, 15, 60, 300, 900, 900, 900]))
