import { AppError } from '../../../shared/errors.ts'
import { parentPort } from 'node:worker_threads'
import { serveTasks } from '../../../electron/workers/serve-tasks.ts'

const held: unknown[] = []

/** Does what its input's path says, so that the pool can be watched under every way a worker goes wrong. */
serveTasks<'read-workbook'>({
  async read_workbook({ path, name }) {
    switch (path) {
      case 'refuse':
        throw new AppError('unit.not_found', { unit: name })
      case 'throw':
        throw new TypeError(`broken ${name}`)
      case 'exit':
        return process.exit(3)
      case 'uncaught':
        setTimeout(() => {
          throw new Error('out of turn')
        })
        return new Promise(() => undefined)
      case 'spin':
        for (;;);
      case 'wait':
        return new Promise(() => undefined)
      case 'heap':
        for (;;) held.push(Array.from({ length: 10_000 }, (_, at) => ({ at })))
      case 'buffers':
        return new Promise(() => {
          setInterval(() => held.push(Buffer.alloc(20_000_000, 1)), 5)
        })
      default: {
        const finding = {
          rule: 'M60',
          severity: 'info',
          subject: name,
          counterpart: null,
          expected: null,
          actual: null,
          params: {},
          cells: [],
        } as const
        return new Promise((resolve) => parentPort && setTimeout(() => resolve({ finding }), Number(path) || 0))
      }
    }
  },
  show_sheet() {
    throw new Error('not used')
  },
  read_form() {
    throw new Error('not used')
  },
  fill_form() {
    throw new Error('not used')
  },
  read_returned() {
    throw new Error('not used')
  },
  read_document() {
    throw new Error('not used')
  },
  propose_mapping() {
    throw new Error('not used')
  },
  apply_mapping() {
    throw new Error('not used')
  },
  read_submission() {
    throw new Error('not asked here')
  },
})
