import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { ReportModel, Signer } from '../../../shared/domain/report.ts'
import { defineParagraph } from './define-blocks.ts'
import { breakText } from './break-text.ts'
import { placedLines } from './draw-fields.ts'
import { textStyle } from './node-style.ts'
import type { Node } from './node-style.ts'
import type { Measure, Sheet } from './measures.ts'

/** Recipients left, signature right, the closing sentence above: one block, so that nobody signs an empty page. A sheet may end without any. */
export function defineSignature(model: ReportModel, sheet: Sheet, measure: Measure): Node | undefined {
  const { profile, closing, recipients, signature, form } = model
  if (form?.kind === 'sheet') return closing === '' ? undefined : defineParagraph([{ text: closing }], profile, measure)
  if (form?.kind === 'minutes') return defineSigners(model, form.signers, sheet, measure)
  const left = sheet.contentWidth * 0.5
  const centred = { alignment: 'center' }
  const list = recipients.items.map((runs) => ({
    text: runs.map((run) => ({ text: run.text, ...(run.raised ? { sup: true } : {}) })),
    ...textStyle(profile.recipients.item),
  }))
  const typist =
    recipients.typist === undefined ? [] : [{ text: recipients.typist, margin: [0, 4, 0, 0], ...textStyle(profile.recipients.typist) }]
  const gap = profile.signature.blankLines * measure.lineHeight(profile.signature.name)
  const placed = (id: string): { id?: string } => (model.hasFields ? { id } : {})
  return {
    unbreakable: true,
    stack: [
      defineParagraph([{ text: closing }], profile, measure),
      {
        margin: [0, 10, 0, 0],
        columns: [
          { width: left, stack: [{ text: recipients.title, ...textStyle(profile.recipients.title) }, ...list, ...typist] },
          {
            width: sheet.contentWidth - left,
            stack: [
              { text: signature.authority, ...centred, ...textStyle(profile.signature.authority) },
              { text: signature.position, ...centred, ...textStyle(profile.signature.position), ...placed(placedLines.position) },
              {
                text: signature.name,
                ...centred,
                margin: [0, gap, 0, 0],
                ...textStyle(profile.signature.name),
                ...placed(placedLines.name),
              },
            ],
          },
        ],
      },
    ],
  }
}

/** About how high the closing sentence and the signature stand, in points. */
export function signatureHeight({ profile, closing, recipients, form }: ReportModel, sheet: Sheet, measure: Measure): number {
  const { item, title } = profile.recipients
  const linesOf = (text: string, style: TypeStyle, width: number): number => breakText(text, style, width, measure).length
  const closed = linesOf(closing, profile.body, sheet.contentWidth) * profile.body.pitch + profile.body.after
  if (form?.kind === 'sheet') return closed
  const left = recipients.items.reduce(
    (sum, runs) => sum + linesOf(runs.map(({ text }) => text).join(''), item, sheet.contentWidth / 2) * measure.lineHeight(item),
    measure.lineHeight(title) + (recipients.typist === undefined ? 0 : measure.lineHeight(profile.recipients.typist) + 4),
  )
  const { signature } = profile
  const right =
    measure.lineHeight(signature.authority) +
    measure.lineHeight(signature.position) +
    (signature.blankLines + 1) * measure.lineHeight(signature.name)
  return closed + 10 + Math.max(left, right)
}

/** Those who sign beside each other, the closing sentence above. */
function defineSigners({ profile, closing }: ReportModel, signers: readonly Signer[], sheet: Sheet, measure: Measure): Node {
  const gap = profile.signature.blankLines * measure.lineHeight(profile.signature.name)
  const centred = { alignment: 'center' }
  return {
    unbreakable: true,
    stack: [
      defineParagraph([{ text: closing }], profile, measure),
      {
        margin: [0, 10, 0, 0],
        columns: signers.map(({ title, note, name }) => ({
          width: sheet.contentWidth / signers.length,
          stack: [
            { text: title, ...centred, ...textStyle(profile.signature.authority) },
            { text: note, ...centred, ...textStyle(profile.note) },
            { text: name, ...centred, margin: [0, gap, 0, 0], ...textStyle(profile.signature.name) },
          ],
        })),
      },
    ],
  }
}
