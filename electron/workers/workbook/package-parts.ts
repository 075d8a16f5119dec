import { limits } from './limits.ts'
import { damaged } from './workbook-refusal.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'
import { inflateEntry, readZipDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

export type Relationship = {
  id: string
  type: string
  /** Part name without leading slash; the address as written when external. */ target: string
  external: boolean
}

/** An Open Packaging container (ECMA-376 part 2): parts found by name, letter case ignored, each inflated when asked for. */
export type Package = {
  entries: readonly ZipEntry[]
  has(name: string): boolean
  /** Refuses as damaged when there is no such part. */
  read(name: string): Buffer
  relationships(partName: string): Relationship[]
  /** Content types by part name in lower case; `*.ext` for defaults. */
  contentTypes(): ReadonlyMap<string, string>
}

export function openPackage(file: Buffer): Package {
  const entries = readZipDirectory(file)
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase().replace(/^\/+/, ''), entry]))
  const find = (name: string): ZipEntry | undefined => byName.get(name.toLowerCase())
  function read(name: string): Buffer {
    const entry = find(name)
    if (!entry) throw damaged(`no part ${name}`)
    return inflateEntry(file, entry)
  }
  const known = new Map<string, Relationship[]>()
  return {
    entries,
    read,
    has: (name) => find(name) !== undefined,
    relationships(partName) {
      const slash = partName.lastIndexOf('/') + 1
      const name = `${partName.slice(0, slash)}_rels/${partName.slice(slash)}.rels`
      // The root's are asked for twice: to tell what the file is, and to read it.
      let found = known.get(name)
      if (!found) known.set(name, (found = find(name) ? readRelationships(read(name), name, partName.slice(0, slash)) : []))
      return found
    },
    contentTypes: () => readContentTypes(read('[Content_Types].xml')),
  }
}

function readRelationships(bytes: Buffer, name: string, folder: string): Relationship[] {
  const scanner = new XmlScanner(bytes, name)
  const found: Relationship[] = []
  scanner.openRoot('Relationships')
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open || scanner.name !== 'Relationship' || scanner.depth !== 2) continue
    const external = scanner.attribute('TargetMode') === 'External'
    const target = scanner.attribute('Target') ?? ''
    if (found.length > limits.entries * 4) throw damaged(`${name}: relationships`)
    found.push({
      id: scanner.attribute('Id') ?? '',
      type: scanner.attribute('Type') ?? '',
      target: external ? target : resolveTarget(folder, target),
      external,
    })
  }
  return found
}

function readContentTypes(bytes: Buffer): Map<string, string> {
  const scanner = new XmlScanner(bytes, '[Content_Types].xml')
  const types = new Map<string, string>()
  scanner.openRoot('Types')
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open || scanner.depth !== 2) continue
    const type = scanner.attribute('ContentType') ?? ''
    if (scanner.name === 'Override') types.set((scanner.attribute('PartName') ?? '').replace(/^\//, '').toLowerCase(), type)
    else if (scanner.name === 'Default') types.set(`*.${(scanner.attribute('Extension') ?? '').toLowerCase()}`, type)
  }
  return types
}

/** `/xl/a.xml`, `a.xml`, `../a.xml` and percent signs, seen from the folder of the part that points. */
function resolveTarget(folder: string, target: string): string {
  const parts: string[] = []
  const path = (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').replace(/#.*$/, '')
  for (const part of path.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  const joined = parts.join('/')
  try {
    return decodeURIComponent(joined)
  } catch {
    return joined
  }
}
