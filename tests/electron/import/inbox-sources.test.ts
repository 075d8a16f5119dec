import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drivesThatAppear, readMountTable } from '../../../electron/import/inbox/list-media.ts'
import { walkSource } from '../../../electron/import/inbox/walk-source.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

describe('what is plugged in', () => {
  it('is read from Linux’s table of mounts: devices where desktops and people put sticks, names with spaces, each once', () => {
    const table = [
      '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
      '90 22 8:17 / /media/lan/USB\\040Xã\\040Tiên\\040La rw,nosuid shared:50 - vfat /dev/sdb1 rw,utf8',
      '91 22 8:33 / /run/media/lan/KINGSTON ro,nosuid - exfat /dev/sdc1 ro',
      '92 22 8:33 / /run/media/lan/KINGSTON ro,nosuid - exfat /dev/sdc1 ro',
      '93 22 8:49 / /mnt/the rw - fuseblk /dev/sdd1 rw',
      '94 22 0:40 / /mnt/chung rw - cifs //may-chu/chung rw',
      '95 22 0:41 / /media/tam rw - tmpfs tmpfs rw',
      '96 22 8:50 / /boot/efi rw - vfat /dev/sda2 rw',
      '',
    ].join('\n')
    expect(readMountTable(table)).toEqual([
      { path: '/media/lan/USB Xã Tiên La', name: 'USB Xã Tiên La' },
      { path: '/run/media/lan/KINGSTON', name: 'KINGSTON' },
      { path: '/mnt/the', name: 'the' },
    ])
    expect(readMountTable('')).toEqual([])
  })

  it('on Windows is the drive letter that appears: the machine’s own drives are none, a stick that comes again is one', async () => {
    let present = ['D:\\']
    const list = drivesThatAppear((root) => Promise.resolve(present.includes(root)), false)
    expect(await list()).toEqual([])
    present = ['D:\\', 'E:\\']
    expect(await list()).toEqual([{ path: 'E:\\', name: 'E:' }])
    expect(await list()).toHaveLength(1)
    present = []
    expect(await list()).toEqual([])
    present = ['D:\\']
    expect(await list()).toEqual([{ path: 'D:\\', name: 'D:' }])
    const once = drivesThatAppear((root) => Promise.resolve(root === 'D:\\'), true)
    expect(await once()).toEqual([{ path: 'D:\\', name: 'D:' }])
  })
})

describe('the files of a stick', () => {
  const look = (path: string, own = '/nowhere', most = 5000) =>
    walkSource({ path, name: 'USB' }, { own, most, signal: new AbortController().signal })

  it('leave out what nobody sent, links, and the workspace itself; deeper than three levels is only told', async () => {
    const stick = temporaryFolder()
    const put = (name: string): void => writeFileSync(join(stick, name), 'x')
    for (const folder of ['Xã Tiên La/tháng 6/bản cũ', 'System Volume Information', '.Trash-1000', 'tonghop'])
      mkdirSync(join(stick, folder), { recursive: true })
    for (const name of ['~$BC.xlsx', 'Thumbs.db', 'autorun.inf', 'sao-luu.tonghop', 'setup.exe', 'nhac.mp3', '.Trash-1000/BC.xlsx'])
      put(name)
    for (const name of ['System Volume Information/WPSettings.dat', 'tonghop/store.db', 'Xã Tiên La/tháng 6/bản cũ/BC.xlsx']) put(name)
    symlinkSync('/etc', join(stick, 'etc'))
    expect(await look(stick, join(stick, 'tonghop'))).toMatchObject({ files: [], isCut: true })
    for (const name of ['BC.xlsx', 'Xã Tiên La/BC.docx', 'Xã Tiên La/tháng 6/anh.jpg', 'khong duoi']) put(name)
    const { files } = (await look(stick, join(stick, 'tonghop')))!
    expect(files.map(({ inside, bytes }) => [inside, bytes])).toEqual([
      ['USB/BC.xlsx', 1],
      ['USB/Xã Tiên La/BC.docx', 1],
      ['USB/Xã Tiên La/tháng 6/anh.jpg', 1],
      ['USB/khong duoi', 1],
    ])
    expect(await look(join(stick, 'gone'))).toBeUndefined()
  })

  it('are looked through up to a bound', async () => {
    const stick = temporaryFolder()
    for (let index = 0; index < 12; index++) writeFileSync(join(stick, `${index}.xlsx`), '')
    const walk = (await look(stick, '/nowhere', 10))!
    expect([walk.files.length, walk.isCut]).toEqual([10, true])
  })
})
