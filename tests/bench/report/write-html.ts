import { pathToFileURL } from 'node:url'
import { findFontFiles } from '../../../electron/workers/report/font-files.ts'
import type { Block, ReportModel, Run, Table } from '../../../shared/domain/report.ts'

/** The same paper for a browser to print: same face, sizes, margins, tables and bars. */
export function htmlOf(model: ReportModel): string {
  const files = findFontFiles()
  const face = (file: string, weight: string, style: string): string =>
    `@font-face{font-family:T;src:url('${pathToFileURL(file).href}');font-weight:${weight};font-style:${style}}`
  const landscape = model.appendices.length > 0
  return `<!doctype html><meta charset="utf-8"><style>
${face(files.normal, '400', 'normal')}${face(files.bold, '700', 'normal')}${face(files.italics, '400', 'italic')}${face(files.bolditalics, '700', 'italic')}
@page{size:A4 ${landscape ? 'landscape' : 'portrait'};margin:${landscape ? '20mm 20mm 15mm 20mm' : '20mm 15mm 20mm 30mm'};@top-center{content:counter(page)}}
body{font:14pt/19pt T;margin:0}p,h3{text-align:justify;text-indent:10mm;margin:0 0 6pt;font-size:14pt}
table{border-collapse:collapse;width:100%;font-size:${landscape ? '9.5pt' : '11pt'};line-height:1.18}td,th{border:.5pt solid;padding:1.5pt 3pt;vertical-align:top}tr{break-inside:avoid}
.c{text-align:center}.r{text-align:right}.bar{height:6pt;background:#e6e6e6}.bar div{height:6pt;background:#595959}.end{display:flex;break-inside:avoid}.end>div{width:50%}
</style><body>${landscape ? tablesOf(model) : bodyOf(model)}`
}

const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const runs = (parts: readonly Run[]): string =>
  parts
    .map((run) =>
      run.raised
        ? `<sup>${escape(run.text)}</sup>`
        : run.italic
          ? `<i>${escape(run.text)}</i>`
          : run.bold
            ? `<b>${escape(run.text)}</b>`
            : escape(run.text),
    )
    .join('')

function table({ columns, rows }: Table): string {
  const head = columns.map((column) => `<th>${escape(column.head)}</th>`).join('')
  const body = rows.map((row) => {
    const shown = row.spanFrom === undefined ? columns.length : row.spanFrom + 1
    const cells = columns
      .slice(0, shown)
      .map(
        (column, index) =>
          `<td class="${column.align[0]}"${index === row.spanFrom ? ` colspan="${columns.length - index}"` : ''}>${escape(row.cells[index] ?? '')}</td>`,
      )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function block(part: Block): string {
  if (part.kind === 'heading') return `<h3>${escape(part.text)}</h3>`
  if (part.kind === 'paragraph') return `<p>${runs(part.runs)}</p>`
  if (part.kind === 'table') return table(part.table)
  if (part.kind === 'bars')
    return `<table>${part.bars.map((bar) => `<tr><td>${escape(bar.label)}<td style="width:40%"><div class="bar"><div style="width:${(bar.value ?? 0) * 100}%"></div></div><td>${escape(bar.valueText)}<td>${escape(bar.targetText)}`).join('')}</table><p><i>${escape(part.legend)}</i></p>`
  return `<p><i>${escape(part.text)}</i></p>`
}

const tablesOf = (model: ReportModel): string =>
  model.appendices
    .map(
      (appendix) =>
        `<p class="c"><b>${escape(appendix.title)}<br>${escape(appendix.name)}</b></p>${appendix.parts.map((part) => (part.kind === 'table' ? table(part.table) : `<p>${escape(part.text)}</p>`)).join('')}`,
    )
    .join('')

const bodyOf = (model: ReportModel): string =>
  `<div class="end c"><div>${escape(model.head.issuer)}<br>*<br>${escape(model.head.number)}</div><div><b>${model.profile.head.country.map(({ text }) => escape(text)).join('<br>')}</b><br><i>${escape(model.head.placeAndDate)}</i></div></div>
<p class="c"><b>${escape(model.documentType)}<br>${model.subject.map(escape).join('<br>')}</b></p>${model.blocks.map(block).join('')}<p>${escape(model.closing)}</p>
<div class="end"><div>${model.recipients.items.map((item) => runs(item)).join('<br>')}</div><div class="c"><b>${escape(model.signature.authority)}</b><br>${escape(model.signature.position)}<br><br><br><br><b>${escape(model.signature.name)}</b></div></div>`
