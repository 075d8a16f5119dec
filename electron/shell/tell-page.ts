import type { BrowserWindow } from 'electron'
import { basename } from 'node:path'
import type { ShellTold } from '../../shared/contract/shell.ts'
import type { EngineThread } from './engine-thread.ts'
import { kindOfFile } from './opened-files.ts'
import { pageOf } from './page-of.ts'

export const toldChannel = 'tonghop:told'

/** Sends only to a page of ours; one that is loading hears nothing yet. */
export function tellPage(window: BrowserWindow, told: ShellTold): void {
  if (!window.isDestroyed()) window.webContents.send(toldChannel, told)
}

/** Files that were opened with the application wait until the page is there and somebody is signed in. */
export class OpenedFiles {
  readonly #waiting: string[] = []
  readonly #engine: EngineThread

  constructor(engine: EngineThread) {
    this.#engine = engine
  }

  add(paths: readonly string[]): void {
    this.#waiting.push(...paths)
  }

  /** One that cannot be handed over yet stays for the next time. */
  async handOver(window: BrowserWindow): Promise<void> {
    for (const path of this.#waiting.splice(0))
      try {
        const { staged } = await this.#engine.ask(pageOf(window), { ask: 'stage', paths: [path] })
        for (const file of staged) tellPage(window, { tell: 'opened', kind: kindOfFile(basename(path)) ?? 'backup', file })
      } catch {
        this.#waiting.push(path)
      }
  }
}
