import { reportFields } from '../../shared/domain/report-fields.ts'

/** A small paper with the fields of a submitted report, written by hand: pages with a word each. `more`: further objects. */
export function buildPaper(words: readonly string[] = ['Trang 1', 'Trang 2'], more: readonly string[] = []): Uint8Array {
  const pageNumber = (index: number): number => 10 + index * 2
  const after = pageNumber(words.length)
  const kids = words.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')
  const place = (name: string, parent: number, rect: string): string =>
    `<</Type /Annot /Subtype /Widget /F 4 /P ${pageNumber(0)} 0 R /Parent ${parent} 0 R /NM (${name}) /Rect ${rect} /THFont 5 0 R /THSize 14 /THBase 3 /THDigits <${digits}> /AP <</N 9 0 R>>>>`
  const digits = Array.from({ length: 10 }, (_, digit) => (0x30 + digit).toString(16).padStart(4, '0')).join('')
  const signature = (name: string, whom: string, rect: string): string =>
    `<</Type /Annot /Subtype /Widget /FT /Sig /F 4 /T (${name}) /TU (${whom}) /P ${pageNumber(0)} 0 R /Rect ${rect} /AP <</N 9 0 R>>>>`
  const objects = new Map<number, string>([
    [1, '<</Type /Catalog /Pages 2 0 R /AcroForm 4 0 R>>'],
    [2, `<</Type /Pages /Kids [${kids}] /Count ${words.length}>>`],
    [3, '<</Title (Paper) /CreationDate (D:20260629000000Z)>>'],
    [4, `<</Fields [6 0 R 7 0 R ${after + 3} 0 R ${after + 4} 0 R] /SigFlags 0>>`],
    [5, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>'],
    [6, `<</FT /Tx /T (${reportFields.number}) /Kids [${after} 0 R]>>`],
    [7, `<</FT /Tx /T (${reportFields.day}) /Kids [${after + 1} 0 R ${after + 2} 0 R]>>`],
    [8, '<</Length 5 >>\nstream\nnotes\nendstream'],
    [9, '<</Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 1>>\nstream\n\n\nendstream'],
    ...words.flatMap((word, index): [number, string][] => {
      const content = `BT /F 14 Tf 72 700 Td (${word}) Tj ET`
      const annotations = index === 0 ? `/Annots [${[0, 1, 2, 3, 4].map((place) => `${after + place} 0 R`).join(' ')}]` : ''
      return [
        [
          pageNumber(index),
          `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F 5 0 R>>>> /Contents ${pageNumber(index) + 1} 0 R ${annotations}>>`,
        ],
        [pageNumber(index) + 1, `<</Length ${content.length}>>\nstream\n${content}\nendstream`],
      ]
    }),
    [after, place('so-1', 6, '[100 600 130 617]')],
    [after + 1, place('ngay-1', 7, '[200 600 230 617]')],
    [after + 2, place('thang-2', 7, '[260 600 290 617]')],
    [after + 3, signature(reportFields.person, 'Tran Quoc Toan', '[300 300 420 360]')],
    [after + 4, signature(reportFields.office, 'TINH UY', '[250 280 340 370]')],
    ...more.map((body, index): [number, string] => [after + 5 + index, body]),
  ])
  let text = '%PDF-1.7\n'
  const places: [number, number][] = []
  for (const [number, body] of objects) {
    places.push([number, text.length])
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const xref = text.length
  const entries = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const id = '<00112233445566778899aabbccddeeff>'
  text += `xref\n0 1\n0000000000 65535 f \n${entries}trailer\n<</Size ${after + 5 + more.length} /Root 1 0 R /Info 3 0 R /ID [${id} ${id}]>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
