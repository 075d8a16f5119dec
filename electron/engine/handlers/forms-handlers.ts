import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

const forms = () => import('../fill-form.ts')

export const formsHandlers = {
  marks: on.forms.marks.handler(async ({ context, input }) => (await forms()).marksOf(context, input)),
  read: on.forms.read.handler(async ({ context, input }) => plain(await (await forms()).readFormOf(context, input))),
  write: on.forms.write.handler(async ({ context, input }) => plain(await (await forms()).fillFormOf(context, input))),
}
