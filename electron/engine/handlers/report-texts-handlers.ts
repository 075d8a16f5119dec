import { guarded as on } from '../guard.ts'

const texts = () => import('../report-texts.ts')

export const reportTextsHandlers = {
  list: on.reportTexts.list.handler(async ({ context, input }) => (await texts()).textsOf(context, input)),
  write: on.reportTexts.write.handler(async ({ context, input }) => (await texts()).writeText(context, input)),
  override: on.reportTexts.override.handler(async ({ context, input }) => (await texts()).override(context, input)),
  intake: on.reportTexts.intake.handler(async ({ context, input }) => (await texts()).intakeWord(context, input)),
  take: on.reportTexts.take.handler(async ({ context, input }) => (await texts()).takeWord(context, input)),
  restore: on.reportTexts.restore.handler(async ({ context, input }) => (await texts()).restoreText(context, input.version)),
  refresh: on.reportTexts.refresh.handler(async ({ context, input }) => (await texts()).refreshTexts(context, input)),
  pin: on.reportTexts.pin.handler(async ({ context, input }) => (await texts()).pin(context, input)),
  unpin: on.reportTexts.unpin.handler(async ({ context, input }) => (await texts()).unpin(context, input)),
  order: on.reportTexts.order.handler(async ({ context, input }) => (await texts()).moveSentence(context, input)),
  suggest: on.reportTexts.suggest.handler(async ({ context, input }) => (await texts()).suggest(context, input)),
}
