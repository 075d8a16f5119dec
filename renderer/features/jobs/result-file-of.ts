import type { Job, JobKind, JobResult } from '../../../shared/contract/jobs.ts'

const filesOfKind: { readonly [Kind in JobKind]?: (result: JobResult<Kind>) => string | undefined } = {
  report: ({ file }) => file,
  backup: ({ file }) => file,
  grid: ({ file }) => file,
  papers: ({ files, archive }) => archive ?? (files.length === 1 ? files[0]!.file : undefined),
  templates: ({ files, archive }) => archive ?? (files.length === 1 ? files[0]!.file : undefined),
}

/** The one file that a job made for whoever started it; undefined where it made none, or many. */
export function resultFileOf({ kind, state, result }: Pick<Job, 'kind' | 'state' | 'result'>): string | undefined {
  if (state !== 'done' || result === null) return undefined
  return (filesOfKind[kind] as ((result: unknown) => string | undefined) | undefined)?.(result)
}
