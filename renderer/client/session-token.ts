/** The page's session with the loopback host. The token lives as long as the tab, so that a reload loses nothing. */

export const tokenHeader = 'x-tonghop-token'
const storageKey = 'tonghop.session'

type Surroundings = {
  hash: string
  /** Takes the code out of the address and the history: it is of no more use, and nobody should read it there. */
  dropFragment: () => void
  storage: { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void }
  /** The token for a code; undefined where the host does not take it. */
  exchange: (code: string) => Promise<string | undefined>
}

/** Undefined where neither the address nor the tab has what opens a session. */
export async function openSession({ hash, dropFragment, storage, exchange }: Surroundings): Promise<string | undefined> {
  const code = hash.slice(1)
  // A fragment that begins with a slash is a place on the page.
  if (code === '' || code.startsWith('/')) return storage.getItem(storageKey) ?? undefined
  dropFragment()
  const token = await exchange(code)
  if (token !== undefined) storage.setItem(storageKey, token)
  return token
}
