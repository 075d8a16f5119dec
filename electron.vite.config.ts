import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import type { Plugin } from 'vite'

const { resolve } = createRequire(import.meta.url)
const workers = readdirSync(new URL('electron/workers', import.meta.url)).filter((name) => name.endsWith('.worker.ts'))

/** The pool names its workers by the address of their source; in the bundle they lie beside it, built. */
const builtWorkers: Plugin = {
  name: 'built-workers',
  renderChunk: (code) =>
    code.includes('.worker.ts') ? { code: code.replaceAll(/(["'`])\.\/([\w-]+\.worker)\.ts\1/g, '$1./$2.js$1'), map: null } : null,
}

const fontRequest = '@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf'
const fonts = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']

/** Fonts, and the colour profile that pdfkit reads from beside its own code, go along as files; nothing is looked for in node_modules. */
const printFiles: Plugin = {
  name: 'print-files',
  transform(code, id) {
    if (!id.endsWith('/report/font-files.ts')) return null
    if (!code.includes(fontRequest)) this.error('font-files.ts asks for its fonts in a way that is not known here')
    return { code: code.replace(fontRequest, './fonts/Tinos_${style}.ttf'), map: null }
  },
  generateBundle() {
    for (const style of fonts)
      this.emitFile({
        type: 'asset',
        fileName: `fonts/Tinos_${style}.ttf`,
        source: readFileSync(resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`)),
      })
    const profile = 'sRGB_IEC61966_2_1.icc'
    this.emitFile({
      type: 'asset',
      fileName: `data/${profile}`,
      source: readFileSync(new URL(`data/${profile}`, `file://${resolve('pdfkit')}`)),
    })
  },
}

export default defineConfig({
  main: {
    plugins: [builtWorkers, printFiles],
    build: {
      rolldownOptions: {
        input: {
          main: 'electron/shell/main.ts',
          engine: 'electron/engine/entry.ts',
          ...Object.fromEntries(workers.map((name) => [basename(name, '.ts'), `electron/workers/${name}`])),
        },
        // One folder: whatever chunk the pool lands in, its workers lie beside it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: { input: { preload: 'electron/preload/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: { minify: true, rolldownOptions: { input: 'renderer/index.html' } },
  },
})
