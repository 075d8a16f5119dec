import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import type { ImportEdge } from './layer-table.ts'

type Node = { type: string; source?: { value?: unknown } | null; importKind?: string; exportKind?: string; [key: string]: unknown }

/** Every static, dynamic and `new URL(…, import.meta.url)` reference of one file, from its syntax tree. */
export function listImports(root: string, file: string): ImportEdge[] {
  const text = readFileSync(join(root, file), 'utf8')
  const tree = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const edges: ImportEdge[] = []
  const add = (specifier: string, typeOnly: boolean): void => {
    const isPackage = !specifier.startsWith('.')
    edges.push({ file, target: isPackage ? specifier : normalize(join(dirname(file), specifier)), typeOnly, isPackage })
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    const it = node as Node
    const source = it.source?.value
    if (typeof source === 'string' && /^(Import|Export)/.test(it.type)) add(source, it.importKind === 'type' || it.exportKind === 'type')
    if (it.type === 'NewExpression' && (it['callee'] as Node).name === 'URL') {
      const [first, second] = it['arguments'] as Node[]
      if (typeof first?.['value'] === 'string' && second?.type === 'MemberExpression' && first['value'].endsWith('.ts'))
        add(first['value'], false)
    }
    for (const [key, child] of Object.entries(it)) if (key !== 'source') visit(child)
  }
  visit(tree)
  return edges
}
