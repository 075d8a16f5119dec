import { guarded as on } from '../guard.ts'

export const filesHandlers = {
  listKept: on.files.listKept.handler(async ({ context, input }) => (await import('../job-works.ts')).listKeptFiles(context, input.files)),
  stat: on.files.stat.handler(async ({ context, input }) => (await import('../job-works.ts')).statFile(context, input.file)),
  openEvidence: on.files.openEvidence.handler(async ({ context, input }) => {
    const { path, name, bytes } = await (await import('../../review/open-evidence.ts')).openEvidence(context, input.sha256)
    if (input.target === undefined) return { file: context.staging.addInput(path, name), name }
    const target = context.staging.getTarget(input.target)
    await (await import('../../report/write-target.ts')).writeTarget(target.path, bytes)
    return { file: target.id, name }
  }),
}
