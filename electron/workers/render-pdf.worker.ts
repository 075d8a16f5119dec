import { renderOutline, renderReport } from './report/render-report.ts'
import { serveTasks } from './serve-tasks.ts'

serveTasks<'render-pdf'>({ render_report: renderReport, outline_text: renderOutline })
