import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type PdfWord = { text: string; xMin: number; yMin: number; xMax: number; yMax: number }
export type PdfPageWords = { width: number; height: number; words: PdfWord[] }

/** Gives the bytes to a tool of the system as a file and returns what it prints. */
function runOn(bytes: Uint8Array, command: string, args: (path: string) => readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-pdf-'))
  try {
    const path = join(folder, 'report.pdf')
    writeFileSync(path, bytes)
    return execFileSync(command, args(path), { encoding: 'utf8', maxBuffer: 1 << 28 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const textOf = (bytes: Uint8Array): string => runOn(bytes, 'pdftotext', (path) => [path, '-'])
export const fontsOf = (bytes: Uint8Array): string => runOn(bytes, 'pdffonts', (path) => [path])
export const infoOf = (bytes: Uint8Array): string => runOn(bytes, 'pdfinfo', (path) => [path])
/** Throws when qpdf finds a fault. */
export const checkWithQpdf = (bytes: Uint8Array): string => runOn(bytes, 'qpdf', (path) => ['--check', path])

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** Words with their boxes in points from the top left corner, page by page. */
export function wordsOf(bytes: Uint8Array): PdfPageWords[] {
  const html = runOn(bytes, 'pdftotext', (path) => ['-bbox', path, '-'])
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page)
      const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)].map(
        (match) => ({
          text: match[5]!.replace(/&\w+;/g, (entity) => entities[entity] ?? entity),
          xMin: Number(match[1]),
          yMin: Number(match[2]),
          xMax: Number(match[3]),
          yMax: Number(match[4]),
        }),
      )
      return { width: Number(size?.[1]), height: Number(size?.[2]), words }
    })
}

/** How often each word occurs, words being what stands between spaces. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.split(/\s+/u)) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
