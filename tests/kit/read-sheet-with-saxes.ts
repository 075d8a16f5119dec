import { SaxesParser } from 'saxes'

/** `[address, type, value, formula]` of every cell with a value, by an independent parser; undefined when the XML is not well-formed. */
export function readSheetWithSaxes(xml: string): [string, string, string | null, string | null][] | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const path: string[] = []
  const cells: [string, string, string | null, string | null][] = []
  let cell: { address: string; type: string; value: string | null; formula: string | null } | undefined
  let broken = false
  parser.on('error', () => (broken = true))
  parser.on('opentag', (tag) => {
    path.push(tag.name)
    const at = path.join('/')
    if (at === 'worksheet/sheetData/row/c')
      cell = { address: tag.attributes['r'] ?? '', type: tag.attributes['t'] ?? 'n', value: null, formula: null }
    if (cell && at === 'worksheet/sheetData/row/c/v') cell.value = ''
    if (cell && at === 'worksheet/sheetData/row/c/f') cell.formula = ''
  })
  const addText = (text: string): void => {
    const at = path.join('/')
    if (cell && at === 'worksheet/sheetData/row/c/v') cell.value += text
    if (cell && at === 'worksheet/sheetData/row/c/f') cell.formula += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (cell && path.join('/') === 'worksheet/sheetData/row/c') {
      if (cell.value !== null || cell.formula !== null) cells.push([cell.address, cell.type, cell.value, cell.formula])
      cell = undefined
    }
    path.pop()
  })
  parser.write(xml).close()
  return broken ? undefined : cells
}
