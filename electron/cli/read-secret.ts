import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/**
 * One line that nobody else may read: what is piped in, or what is typed without being shown. Never an argument, because
 * those stand in the list of processes and in the history of the shell. Empty when nothing comes.
 */
export async function readSecret(input: NodeJS.ReadStream, prompt: (text: string) => void, question: string): Promise<string> {
  const isTyped = input.isTTY
  if (isTyped) prompt(question)
  // The interface must believe that it writes somewhere, or it leaves the showing of letters to the terminal.
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: silence, terminal: isTyped })
  try {
    return await new Promise<string>((resolve) => {
      lines.once('line', resolve)
      lines.once('close', () => resolve(''))
    })
  } finally {
    lines.close()
    if (isTyped) prompt('\n')
  }
}
