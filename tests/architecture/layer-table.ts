/**
 * Who may import whom: down, never up, never sideways. The first row whose `from` starts the file's path applies;
 * `to` lists prefixes of project paths, `packages` the libraries whose home this is (`node:` is free under electron/).
 */
export type LayerRow = { from: string; to: readonly string[]; packages?: readonly string[]; typesOnly?: readonly string[] }

const pure = ['shared/domain/', 'shared/rules/', 'shared/vietnamese/', 'shared/messages/', 'shared/programmes/', 'shared/errors.ts']
const service = ['electron/audit/', 'electron/store/', 'electron/workers/pool.ts', 'electron/workers/tasks.ts', ...pure]
const services = [
  'accounts',
  'setup',
  'template',
  'import',
  'consolidate',
  'reconcile',
  'review',
  'report',
  'sign',
  'backup',
  'search',
].map((name) => `electron/${name}/`)

export const layerTable: readonly LayerRow[] = [
  { from: 'shared/domain/', to: ['shared/domain/'], typesOnly: ['shared/messages/'], packages: ['zod'] },
  { from: 'shared/errors.ts', to: [], typesOnly: ['shared/messages/'] },
  { from: 'shared/messages/', to: ['shared/messages/'], typesOnly: ['shared/domain/'] },
  { from: 'shared/vietnamese/', to: ['shared/vietnamese/', 'shared/domain/'] },
  { from: 'shared/programmes/', to: ['shared/programmes/', 'shared/domain/'] },
  // Programme rules are the home of CEL, which only a programme with rules of its own has loaded.
  { from: 'shared/rules/programme-rules.ts', to: pure, packages: ['@bufbuild/cel'] },
  { from: 'shared/rules/', to: pure, packages: ['zod'] },
  {
    from: 'shared/contract/',
    to: ['shared/contract/', 'shared/domain/', 'shared/messages/', 'shared/errors.ts'],
    packages: ['zod', '@orpc/contract'],
  },

  { from: 'electron/store/', to: ['electron/store/', 'shared/domain/', 'shared/errors.ts'], packages: ['better-sqlite3', 'kysely'] },
  // The audit runs in a thread of its own, over a connection of its own that only reads.
  { from: 'electron/workers/verify-audit.worker.ts', to: ['electron/audit/', 'electron/workers/', ...pure] },
  // What came from anywhere is read apart, with limits of time and memory.
  { from: 'electron/workers/verify-pdf.worker.ts', to: ['electron/sign/', 'electron/workers/', ...pure] },
  { from: 'electron/workers/run-audit.ts', to: ['electron/workers/', ...pure], typesOnly: ['electron/audit/'] },
  {
    from: 'electron/workers/',
    to: ['electron/workers/', ...pure],
    packages: ['docx', 'exceljs', 'pdfmake', 'saxes', '@e965/xlsx', '@expo-google-fonts/tinos'],
  },
  { from: 'electron/audit/', to: service },
  { from: 'electron/sign/', to: ['electron/sign/', ...service], packages: ['@libpdf/core'] },
  ...services.map((from) => ({ from, to: [from, ...service] })),
  // The entry puts the engine behind a port; nothing else of the engine knows how it is reached.
  {
    from: 'electron/engine/entry.ts',
    to: ['electron/engine/', 'electron/demo/', 'electron/transport/port.ts', 'electron/store/', 'shared/'],
  },
  {
    from: 'electron/engine/',
    to: ['electron/engine/', ...services, ...service, 'electron/workers/run-audit.ts', 'shared/contract/'],
    packages: ['@orpc/server', '@orpc/contract'],
  },
  {
    from: 'electron/transport/',
    to: ['electron/transport/', 'electron/engine/', 'shared/contract/', 'shared/errors.ts'],
    packages: ['@orpc/server'],
  },
  {
    from: 'electron/demo/',
    to: ['electron/demo/', 'electron/engine/', ...service, 'shared/contract/'],
    packages: ['@orpc/server', '@orpc/client'],
  },
  {
    from: 'electron/cli/',
    to: ['electron/cli/', 'electron/demo/', 'electron/engine/', 'electron/transport/', 'shared/'],
    packages: ['@orpc/server', '@orpc/client', '@orpc/contract', 'zod'],
  },
  {
    from: 'electron/serve.ts',
    to: ['electron/cli/data-folder.ts', 'electron/demo/', 'electron/engine/', 'electron/transport/', 'shared/'],
  },
  {
    from: 'electron/shell/',
    to: ['electron/shell/', 'electron/cli/data-folder.ts', 'electron/transport/', 'electron/engine/', 'shared/'],
    packages: ['electron', 'zod'],
  },
  { from: 'electron/preload/', to: ['electron/preload/'], typesOnly: ['shared/'], packages: ['electron'] },

  {
    from: 'renderer/ui/',
    to: ['renderer/ui/', 'shared/messages/', 'shared/domain/', 'shared/vietnamese/'],
    typesOnly: ['shared/contract/'],
    packages: ['react', 'react-dom', '@mantine/core', '@mantine/hooks', 'lucide-react', '@tanstack/react-virtual', 'pdfjs-dist'],
  },
  {
    from: 'renderer/client/',
    to: [
      'renderer/client/',
      'renderer/ui/',
      'shared/contract/',
      'shared/messages/',
      'shared/domain/',
      'shared/errors.ts',
      'shared/vietnamese/',
      'shared/rules/rule-message.ts',
    ],
    packages: ['react', '@orpc/client', '@orpc/contract', '@orpc/tanstack-query', '@tanstack/react-query', '@tanstack/react-router'],
  },
  {
    from: 'renderer/features/',
    to: [
      'renderer/ui/',
      'renderer/client/',
      'shared/contract/',
      'shared/messages/',
      'shared/domain/',
      'shared/vietnamese/',
      'shared/rules/',
    ],
    packages: [
      'react',
      '@mantine/core',
      '@mantine/hooks',
      'lucide-react',
      '@tanstack/react-query',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
    ],
  },
  {
    from: 'renderer/app/',
    to: ['renderer/', 'shared/contract/', 'shared/messages/', 'shared/domain/', 'shared/vietnamese/', 'shared/rules/name-period.ts'],
    packages: ['react', 'react-dom', '@mantine/core', '@mantine/hooks', 'lucide-react', '@tanstack/react-query'],
  },
]

/** One import as written: the importing file and what it asks for, both from the project's root; a package keeps its name. */
export type ImportEdge = { file: string; target: string; typeOnly: boolean; isPackage: boolean }

/** Sentences about every edge that the table does not allow; empty when the house stands. */
export function findBreaches(edges: readonly ImportEdge[]): string[] {
  return edges.flatMap((edge) => {
    const row = layerTable.find(({ from }) => edge.file.startsWith(from))
    if (!row) return [`${edge.file} belongs to no layer`]
    // Two folders of one rank: a feature may import itself, never its neighbour.
    const own = edge.file.startsWith('renderer/features/') ? edge.file.split('/').slice(0, 3).join('/') + '/' : undefined
    if (edge.isPackage) {
      if (edge.target.startsWith('node:'))
        return edge.file.startsWith('electron/') && !edge.file.startsWith('electron/preload/')
          ? []
          : [`${edge.file} imports ${edge.target}`]
      const allowed = row.packages?.some((name) => edge.target === name || edge.target.startsWith(`${name}/`))
      return allowed ? [] : [`${edge.file} imports the package ${edge.target}`]
    }
    const targets = [...row.to, ...(own ? [own] : []), ...(edge.typeOnly ? (row.typesOnly ?? []) : [])]
    return targets.some((prefix) => edge.target.startsWith(prefix)) ? [] : [`${edge.file} imports ${edge.target}`]
  })
}
