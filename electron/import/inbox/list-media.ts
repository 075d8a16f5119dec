import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** A stick, card or disk that can be taken out: where it is mounted, and what people call it. */
export type Medium = { path: string; name: string }
export type ListMedia = () => Promise<readonly Medium[]>

const places = ['/media/', '/run/media/', '/mnt/']
/** Of disks and sticks: what the system mounts for itself, and what lies behind a network, is none. */
const fileSystems = /^(?:vfat|msdos|exfat|ntfs3?|fuseblk|ext[234]|btrfs|xfs|f2fs|hfsplus|udf|iso9660)$/

/** The media of Linux's `/proc/self/mountinfo`: on a device, where desktops and people mount what was plugged in. */
export function readMountTable(table: string): Medium[] {
  const media = table.split('\n').flatMap((line): Medium[] => {
    const fields = line.split(' ')
    const [type = '', device = ''] = fields.slice(fields.indexOf('-') + 1)
    const path = unescapePath(fields[4] ?? '')
    const isMedium = device.startsWith('/dev/') && fileSystems.test(type) && places.some((place) => path.startsWith(place))
    return isMedium ? [{ path, name: basename(path) }] : []
  })
  return [...new Map(media.map((medium) => [medium.path, medium])).values()]
}

/** The kernel writes spaces, tabs, line ends and backslashes as three octal digits. */
const unescapePath = (path: string): string =>
  path.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))

const letters = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ')

/**
 * Drive letters say nothing of whether a drive can be taken out: for who watches, those that were there at the first look belong
 * to the machine until they vanish, and every one that appears is a stick. `isThere`: whether a root like `E:\` can be opened.
 */
export function drivesThatAppear(isThere: (root: string) => Promise<boolean>, firstAreSticks: boolean): ListMedia {
  let standing: ReadonlySet<string> | undefined = firstAreSticks ? new Set() : undefined
  return async () => {
    const present: string[] = []
    for (const letter of letters) if (await isThere(`${letter}:\\`)) present.push(letter)
    standing = new Set(present.filter((letter) => standing?.has(letter) ?? true))
    const own = standing
    return present.filter((letter) => !own.has(letter)).map((letter) => ({ path: `${letter}:\\`, name: `${letter}:` }))
  }
}

/** What is plugged in now. `isWatching`: asked again and again, and not once. */
export function removableMedia({ isWatching }: { isWatching: boolean }): ListMedia {
  if (process.platform === 'win32')
    return drivesThatAppear(async (root) => (await stat(root).catch(() => undefined))?.isDirectory() === true, !isWatching)
  return async () => readMountTable(await readFile('/proc/self/mountinfo', 'utf8').catch(() => ''))
}
