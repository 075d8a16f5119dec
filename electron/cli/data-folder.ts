import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a person's workspace lies unless `--data` says otherwise. */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'TongHop')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'TongHop')
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'tonghop')
}
