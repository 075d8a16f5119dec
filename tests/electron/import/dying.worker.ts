import { parentPort } from 'node:worker_threads'

/** Ends at its first task, as a reader does that meets a file it cannot survive. */
parentPort?.on('message', () => process.exit(1))
