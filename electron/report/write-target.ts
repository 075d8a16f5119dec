import { AppError } from '../../shared/errors.ts'
import { writeWhole } from './write-whole.ts'

/** Refuses with `report.not_written`. */
export async function writeTarget(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(path, bytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new AppError('report.not_written', { path }, { cause: error })
    throw error
  }
}
