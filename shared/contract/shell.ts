import { z } from 'zod'
import type { ErrorParams } from '../errors.ts'
import type { ErrorCode } from '../messages/catalogue.ts'
import { languages } from '../messages/text.ts'
import { fileId } from './values.ts'

/**
 * What the page of our own window may ask of the shell around it, beside the engine's contract. Paths come from the preload only,
 * which has them from files that a person dropped; none goes back.
 */
export const pageOrder = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('choose_files'),
    accept: z
      .string()
      .regex(/^\.\w{1,20}(?:,\.\w{1,20}){0,19}$/)
      .optional(),
    many: z.boolean(),
  }),
  z.strictObject({ do: z.literal('choose_folder') }),
  z.strictObject({ do: z.literal('stage'), paths: z.array(z.string().min(1).max(32_767)).max(10_000) }),
  z.strictObject({ do: z.literal('choose_target'), name: z.string().min(1).max(255) }),
  z.strictObject({ do: z.literal('choose_target_folder') }),
  z.strictObject({ do: z.literal('deliver'), file: fileId, name: z.string().min(1).max(255) }),
  z.strictObject({ do: z.literal('show'), file: fileId }),
  z.strictObject({ do: z.literal('read'), file: fileId, from: z.int().min(0) }),
  z.strictObject({ do: z.literal('print') }),
  z.strictObject({ do: z.literal('preview') }),
  z.strictObject({ do: z.literal('speak'), language: z.enum(languages) }),
  z.strictObject({ do: z.literal('listen') }),
])
export type PageOrder = z.infer<typeof pageOrder>

export type StagedPath = { file: string; name: string; bytes: number | null }
export type StagedPaths = { staged: StagedPath[]; unstaged: { name: string; reason: 'too_large' | 'unreadable' }[] }

/** What each order is answered with. Choices are undefined when the person changed their mind. */
export type OrderAnswers = {
  choose_files: StagedPaths
  choose_folder: StagedPaths
  stage: StagedPaths
  choose_target: { target: string } | undefined
  choose_target_folder: { target: string } | undefined
  deliver: undefined
  show: undefined
  /** A piece from `from` on; empty at the end. */
  read: Uint8Array<ArrayBuffer>
  print: undefined
  /** A PDF. */
  preview: Uint8Array<ArrayBuffer>
  speak: undefined
  listen: undefined
}

/** Errors do not cross between processes whole, so they are answers. */
export type ShellReply<Answer> = { answer: Answer } | { refused: { code: ErrorCode; params: ErrorParams } } | { reference: string }

/** What the shell tells the page by itself: a command of the menu, or a file that was opened with the application. */
export type ShellTold =
  | { tell: 'page'; page: string }
  | { tell: 'help' }
  | { tell: 'preview' }
  | { tell: 'opened'; kind: 'backup' | 'bundle'; file: StagedPath }

/** What the preload puts before the page. */
export type ShellBridge = {
  connect(): void
  ask(order: Exclude<PageOrder, { do: 'stage' }>): Promise<ShellReply<unknown>>
  stageFiles(files: readonly unknown[]): Promise<ShellReply<StagedPaths>>
  listen(listener: (told: ShellTold) => void): () => void
}
