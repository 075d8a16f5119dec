import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { PasswordRecord } from '../store/account-store.ts'

export const fewestPasswordLetters = 8

/**
 * scrypt (RFC 7914), because the cryptography that Electron brings has no Argon2. 64 MB and about a sixth of a second a
 * try, on a thread of its own, so that nothing else waits for it.
 */
const usual = { cost: 2 ** 16, blockSize: 8, parallelization: 1 } as const
const hashBytes = 32

const derive = (password: string, { salt, cost: n, blockSize, parallelization }: Omit<PasswordRecord, 'hash'>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const maxmem = 128 * n * blockSize * 2
    // Composed and decomposed letters are typed with the same keys.
    scrypt(
      password.normalize('NFC'),
      Buffer.from(salt, 'hex'),
      hashBytes,
      { cost: n, blockSize, parallelization, maxmem },
      (error, key) => {
        if (error) reject(error)
        else resolve(key)
      },
    )
  })

/** Refuses with `account.password_short`. */
export async function hashPassword(password: string, cost: number = usual.cost): Promise<PasswordRecord> {
  if (Array.from(password.normalize('NFC')).length < fewestPasswordLetters)
    throw new AppError('account.password_short', { least: fewestPasswordLetters })
  const salted = { salt: randomBytes(16).toString('hex'), ...usual, cost }
  return { ...salted, hash: (await derive(password, salted)).toString('hex') }
}

/** Of nobody: what a name that does not exist is compared with, so that it takes as long as one that does. */
const nobody: PasswordRecord = { salt: '00'.repeat(16), hash: '00'.repeat(hashBytes), ...usual }

export async function isPassword(password: string, record: PasswordRecord | undefined): Promise<boolean> {
  const { hash, ...salted } = record ?? nobody
  const isSame = timingSafeEqual(await derive(password, salted), Buffer.from(hash, 'hex'))
  return isSame && record !== undefined
}

/** A Vietnamese keyboard left on turns `aj` into ạ; nobody sees it in a box of dots. */
export const hasMarkedLetters = (password: string): boolean => /[^\u0020-\u007e]/.test(password)
