import { BrowserWindow, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { pageOrder, type OrderAnswers, type PageOrder, type ShellReply } from '../../shared/contract/shell.ts'
import { AppError } from '../../shared/errors.ts'
import type { BugLog } from '../engine/log.ts'
import { chooseFiles, chooseFolder, chooseTarget, chooseTargetFolder } from './choose.ts'
import { EngineTrouble, type EngineThread } from './engine-thread.ts'
import { isOwnPage } from './own-address.ts'
import { previewPages, printPage } from './print-page.ts'
import { pageOf } from './page-of.ts'

export const orderChannel = 'tonghop:order'
const pieceBytes = 4 * 1024 * 1024

export type OrderDoors = {
  engine: EngineThread
  logBug: BugLog
  onSpeak: (language: 'vi' | 'en') => void
  /** The page is there and hears what it is told. */
  onListen: (window: BrowserWindow) => void
}

/** The one door that a page has to the shell, beside its port: nobody but our own page gets in, with nothing but a known order. */
export function answerPages(doors: OrderDoors): void {
  ipcMain.handle(orderChannel, async (event: IpcMainInvokeEvent, given: unknown): Promise<ShellReply<unknown>> => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isOwnPage(event.senderFrame) || !window) throw new Error('not our page')
    const order = pageOrder.safeParse(given)
    if (!order.success) throw new Error('no such order')
    try {
      return { answer: await carryOut(doors, window, order.data) }
    } catch (error) {
      if (error instanceof AppError) return { refused: { code: error.code, params: error.params } }
      const known = error instanceof EngineTrouble ? error.reference : null
      return { reference: known ?? doors.logBug(error, `window ${order.data.do}`) }
    }
  })
}

async function carryOut(
  { engine, onSpeak, onListen }: OrderDoors,
  window: BrowserWindow,
  order: PageOrder,
): Promise<OrderAnswers[PageOrder['do']]> {
  const page = pageOf(window)
  const stage = (paths: readonly string[]): Promise<OrderAnswers['stage']> => engine.ask(page, { ask: 'stage', paths })
  const target = async (path: string | undefined): Promise<{ target: string } | undefined> =>
    path === undefined ? undefined : engine.ask(page, { ask: 'target', path })
  switch (order.do) {
    case 'choose_files':
      return stage(await chooseFiles(window, order))
    case 'choose_folder':
      return stage(await chooseFolder(window))
    case 'stage':
      return stage(order.paths.filter((path) => isAbsolute(path)))
    case 'choose_target':
      return target(await chooseTarget(window, order.name))
    case 'choose_target_folder':
      return target(await chooseTargetFolder(window))
    case 'deliver':
      return deliver(engine, window, order)
    case 'show':
      return shell.showItemInFolder((await engine.ask(page, { ask: 'locate', file: order.file })).path) as undefined
    case 'read':
      return readPiece((await engine.ask(page, { ask: 'locate', file: order.file })).path, order.from)
    case 'print':
      return printPage(window)
    case 'preview':
      return previewPages(window)
    case 'speak':
      onSpeak(order.language)
      return undefined
    default:
      onListen(window)
      return undefined
  }
}

/** What was written where a person wanted it is there already; what the engine kept is copied to where they say now. */
async function deliver(engine: EngineThread, window: BrowserWindow, { file, name }: { file: string; name: string }): Promise<undefined> {
  const { path, isKept } = await engine.ask(pageOf(window), { ask: 'locate', file })
  if (!isKept) return
  const to = await chooseTarget(window, name)
  if (to === undefined) return
  // Whole or not at all: a disk that fills up must not leave half a report under its name.
  const part = `${to}.part`
  try {
    await copyFile(path, part)
    await rename(part, to)
  } finally {
    await rm(part, { force: true })
  }
}

/** In pieces, so that no answer is larger than a message may well be. */
async function readPiece(path: string, from: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, 'r')
  try {
    const piece = new Uint8Array(pieceBytes)
    const { bytesRead } = await file.read(piece, 0, pieceBytes, from)
    return piece.slice(0, bytesRead)
  } finally {
    await file.close()
  }
}
