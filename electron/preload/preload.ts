import { contextBridge, ipcRenderer } from 'electron'

/** What is used of the page's window; this file is compiled without the browser's types. */
declare const window: { location: { origin: string }; postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void }

// A port cannot cross the bridge as a value; a message to the page's own window can carry it.
ipcRenderer.on('engine:port', (event) => window.postMessage('engine:port', window.location.origin, event.ports))

/** The one thing the page can do with the shell: ask for its port. It listens before it asks. */
contextBridge.exposeInMainWorld('tonghopShell', { connect: () => ipcRenderer.send('engine:connect') })
