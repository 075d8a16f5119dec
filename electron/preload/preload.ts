import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { PageOrder, ShellBridge, ShellReply, ShellTold, StagedPaths } from '../../shared/contract/shell.ts'

/** What is used of the page's window; this file is compiled without the browser's types. */
declare const window: { location: { origin: string }; postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void }

// A port cannot cross the bridge as a value; a message to the page's own window can carry it.
ipcRenderer.on('engine:port', (event) => window.postMessage('engine:port', window.location.origin, event.ports))

const ask = (order: PageOrder): Promise<ShellReply<unknown>> => ipcRenderer.invoke('tonghop:order', order) as Promise<ShellReply<unknown>>

/** All that the page can do with the shell: no channel is named by it, and no path is given to it or taken from it. */
const bridge: ShellBridge = {
  connect: () => ipcRenderer.send('engine:connect'),
  ask(order) {
    // The page has no paths; whoever brings one is not answered.
    if ((order as PageOrder).do === 'stage') throw new Error('files are staged by themselves')
    return ask(order)
  },
  stageFiles: (files) =>
    // What a page made itself lies nowhere and has no path.
    ask({ do: 'stage', paths: files.map((file) => webUtils.getPathForFile(file as never)).filter((path) => path !== '') }) as Promise<
      ShellReply<StagedPaths>
    >,
  listen(listener) {
    const hear = (_event: unknown, told: ShellTold): void => listener(told)
    ipcRenderer.on('tonghop:told', hear)
    void ask({ do: 'listen' })
    return () => void ipcRenderer.off('tonghop:told', hear)
  },
}

contextBridge.exposeInMainWorld('tonghopShell', bridge)
