import { buildZip } from './build-zip.ts'
import type { ZipMember } from './build-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export type WorkbookParts = {
  /** Inside `worksheet`, one per sheet. */
  sheets?: readonly string[]
  /** Whole worksheet part instead. */
  sheetPart?: string
  sst?: string
  styles?: string
  /** Inside `workbook`, after `sheets`. */
  names?: string
  workbookPr?: string
  sheetAttributes?: string
  extra?: readonly ZipMember[]
}

/** The parts of a workbook written by hand, for what no library writes. */
export function workbookMembers(parts: WorkbookParts): ZipMember[] {
  const sheets = parts.sheets ?? ['<sheetData/>']
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  return [
    {
      name: '[Content_Types].xml',
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${main}" xmlns:r="${office}">${parts.workbookPr ?? ''}<sheets>${sheets
        .map((_, index) => `<sheet name="S${index + 1}" sheetId="${index + 1}" ${parts.sheetAttributes ?? ''} r:id="r${index + 1}"/>`)
        .join('')}</sheets>${parts.names ?? ''}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map((_, index) => relation(`r${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('')}${relation('rs', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rt', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: parts.sst ?? `${head}<sst xmlns="${main}"/>` },
    { name: 'xl/styles.xml', data: parts.styles ?? `${head}<styleSheet xmlns="${main}"/>` },
    ...sheets.map((content, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: index === 0 && parts.sheetPart !== undefined ? parts.sheetPart : `${head}<worksheet xmlns="${main}">${content}</worksheet>`,
    })),
    ...(parts.extra ?? []),
  ]
}

export const buildWorkbook = (parts: WorkbookParts): Buffer => buildZip(workbookMembers(parts))
/** One sheet with these `row` elements. */
export const buildSheet = (rows: string, parts: WorkbookParts = {}): Buffer =>
  buildWorkbook({ ...parts, sheets: [`<sheetData>${rows}</sheetData>`] })
