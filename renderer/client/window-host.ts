import { ORPCError } from '@orpc/client'
import type { OrderAnswers, PageOrder, ShellBridge, ShellReply, StagedPaths } from '../../shared/contract/shell.ts'
import type { Host } from './host.ts'

type AskedOrder = Exclude<PageOrder, { do: 'stage' }>

/** Our own window: the shell around the page has the dialogs, the paths and the printer. */
export function createWindowHost(shell: ShellBridge): Host {
  async function ask<Order extends AskedOrder>(order: Order): Promise<OrderAnswers[Order['do']]> {
    return answerOf(await shell.ask(order)) as OrderAnswers[Order['do']]
  }

  async function readFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    for (let from = 0; ;) {
      const piece = await ask({ do: 'read', file, from })
      if (piece.length === 0) break
      pieces.push(piece)
      from += piece.length
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer())
  }

  return {
    kind: 'window',
    chooseFiles: ({ accept, many = false }) => ask({ do: 'choose_files', many, ...(accept !== undefined && { accept }) }),
    chooseFolder: () => ask({ do: 'choose_folder' }),
    // The files must be taken before the first await, while the drop still lasts; a folder is one of them.
    stageDropped: async (data) => answerOf<StagedPaths>(await shell.stageFiles([...data.files])),
    chooseSaveTarget: (name) => ask({ do: 'choose_target', name }),
    chooseSaveFolder: () => ask({ do: 'choose_target_folder' }),
    deliver: (file, name) => ask({ do: 'deliver', file, name }),
    readFile,
    print: () => void ask({ do: 'print' }).catch(() => undefined),
    shell: {
      listen: (listener) => shell.listen(listener),
      speak: (language) => ask({ do: 'speak', language }),
      showInFolder: (file) => ask({ do: 'show', file }),
      previewPrint: () => ask({ do: 'preview' }),
    },
  }
}

/** Refusals and bugs of the shell read as those of the engine, so that the page says them in the same way. */
function answerOf<Answer>(reply: ShellReply<Answer>): Answer {
  if ('refused' in reply) throw new ORPCError('REFUSED', { data: reply.refused })
  if ('reference' in reply) throw new ORPCError('UNEXPECTED', { data: { reference: reply.reference } })
  return reply.answer
}
