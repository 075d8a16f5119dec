import type { Workspace } from './command.ts'

/** A unit's name by its code; a code that is not in the list stands for itself. */
export async function unitNames(client: Workspace['client']): Promise<(code: string) => string> {
  const names = new Map((await client.units.list({})).map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}
