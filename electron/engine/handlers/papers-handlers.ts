import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const papersHandlers = {
  list: on.papers.list.handler(async ({ context, input }) =>
    plain((await import('../../import/papers/list-papers.ts')).listPapers(context, input)),
  ),
  open: on.papers.open.handler(async ({ context, input }) => {
    const { path, name } = await (await import('../../import/papers/open-paper.ts')).openPaper(context, input.receipt)
    return { file: context.staging.addInput(path, name), name }
  }),
  suggest: on.papers.suggest.handler(async ({ context, input }) =>
    plain(await (await import('../../import/papers/read-paper.ts')).suggestPaper(context, input.receipt)),
  ),
  narratives: on.papers.narratives.handler(async ({ context, input }) =>
    plain(await (await import('../../import/papers/read-paper.ts')).readNarratives(context, input.receipt)),
  ),
  figures: on.papers.figures.handler(async ({ context, input }) =>
    plain(await (await import('../../import/papers/read-paper.ts')).readFigures(context, input.receipt)),
  ),
  describe: on.papers.describe.handler(async ({ context, input }) =>
    plain((await import('../../import/papers/describe-paper.ts')).describePaper(context, input)),
  ),
  remove: on.papers.remove.handler(async ({ context, input }) =>
    (await import('../../import/papers/describe-paper.ts')).removePaper(context, input),
  ),
  takeNarratives: on.papers.takeNarratives.handler(async ({ context, input }) =>
    (await import('../../import/papers/lay-texts.ts')).layTexts(context, input),
  ),
  freeProposals: on.papers.freeProposals.handler(async ({ context, input }) =>
    (await import('../../import/papers/lay-texts.ts')).listFreeProposals(context, input),
  ),
  taken: on.papers.taken.handler(async ({ context, input }) =>
    (await import('../../import/papers/lay-texts.ts')).listTaken(context, input),
  ),
  withdrawNarrative: on.papers.withdrawNarrative.handler(async ({ context, input }) =>
    (await import('../../import/papers/lay-texts.ts')).withdrawText(context, input),
  ),
}
