import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFirstAccount } from '../../../electron/accounts/manage-accounts.ts'
import { backupWorkspace } from '../../../electron/backup/backup-workspace.ts'
import { describeBackup } from '../../../electron/backup/describe-backup.ts'
import { findLastBackup } from '../../../electron/backup/last-backup.ts'
import { storeTestSubmission } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

describe('a backup before it is restored', () => {
  it('says what was recorded here since, and that copies made are no work', async () => {
    const { context } = testWorkspaceWithPeriod()
    storeTestSubmission(context, 'org.du_xa.11953', 1)
    const file = join(temporaryFolder(), 'b.tonghop')
    await backupWorkspace(context, file)
    expect(await describeBackup(context, file)).toMatchObject({
      name: 'b.tonghop',
      actor: 'Lan',
      isSameWorkspace: true,
      isHereEmpty: false,
      missing: { submissions: 0, adjustments: 0, others: 0 },
    })
    storeTestSubmission(context, 'org.du_xa.11980', 2)
    storeTestSubmission(context, 'org.du_xa.11983', 3)
    expect((await describeBackup(context, file)).missing).toEqual({ submissions: 2, adjustments: 0, others: 0 })
  })

  it('of other data leaves out everything that is here; into an empty workspace nothing can be lost', async () => {
    const { context } = testWorkspaceWithPeriod()
    const file = join(temporaryFolder(), 'b')
    await backupWorkspace(context, file)
    const other = testWorkspaceWithPeriod().context
    other.store.transaction(() => {
      other.store.prepare("UPDATE setting SET value = 'other' WHERE name = 'workspace'").run()
      other.store.prepare("UPDATE journal_head SET machine = 'ffffffffffffffffffffffffffffffff'").run()
    })
    expect(await describeBackup(other, file)).toMatchObject({ isSameWorkspace: false, isHereEmpty: false })
    const { context: empty } = testWorkspace()
    expect(await describeBackup(empty, file)).toMatchObject({ isHereEmpty: true })
    // An account is somebody's, although there is no period yet.
    await createFirstAccount(empty, { name: 'lan', displayName: 'Lan', password: 'mot-mat-khau-dai', roles: [] })
    expect(await describeBackup(empty, file)).toMatchObject({ isHereEmpty: false })
  })
})

describe('the last backup', () => {
  it('is the newest that was read back, with its name and whether it lies on another drive', async () => {
    const { context, setClock } = testWorkspaceWithPeriod()
    expect(findLastBackup(context)).toBeNull()
    const folder = temporaryFolder()
    await backupWorkspace(context, join(folder, 'a.tonghop'))
    setClock('2026-07-01T00:00:00.000Z')
    const made = await backupWorkspace(context, join(folder, 'b.tonghop'), { goesElsewhere: true })
    expect(findLastBackup(context)).toEqual({
      ...made,
      at: expect.stringMatching(/^2026-07-01/) as unknown,
      actor: 'Lan',
      name: 'b.tonghop',
      verified: true,
      onOtherDrive: null,
    })
    await backupWorkspace(context, join(folder, 'c.tonghop'))
    expect(findLastBackup(context)).toMatchObject({ name: 'c.tonghop', onOtherDrive: false })
  })
})
