import { buildZip, type ZipMember } from './build-zip.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export type DocumentParts = { styles?: string; numbering?: string; documentPart?: string; extra?: readonly ZipMember[] }

/** A Word file whose `w:body` holds this, written by hand for what no library writes. */
export function buildDocument(body: string, parts: DocumentParts = {}): Buffer {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships xmlns="${packageRelations}">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: parts.documentPart ?? `${head}<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `${head}<Relationships xmlns="${packageRelations}">${relation('s', 'styles', 'styles.xml')}${relation('n', 'numbering', '/word/numbering.xml')}</Relationships>`,
    },
    { name: 'word/styles.xml', data: `${head}<w:styles xmlns:w="${main}">${parts.styles ?? ''}</w:styles>` },
    { name: 'word/numbering.xml', data: `${head}<w:numbering xmlns:w="${main}">${parts.numbering ?? ''}</w:numbering>` },
    ...(parts.extra ?? []),
  ])
}
