import { getExpectedUnit, listExpectedUnits } from '../../electron/store/period-store.ts'
import { openStore } from '../../electron/store/database.ts'
import { asRefusal } from '../../electron/store/store-trouble.ts'
import { storeTestSubmission, testPeriod } from './test-submission.ts'
import { AppError } from '../../shared/errors.ts'

/**
 * A process of its own that stores a submission for unit after unit and prints each id once it is told to be safe;
 * ends with the code of the refusal that stopped it. Arguments: workspace, number of the first unit.
 */
const [directory = '', first = '0'] = process.argv.slice(2)
const clock = (): string => new Date().toISOString()
let count = 0
const newId = (): string => (process.pid * 1_000_000 + Number(first) * 1000 + ++count).toString(16).padStart(32, '0')
try {
  const store = openStore(directory, { mode: 'write', clock })
  const units = listExpectedUnits(store, testPeriod.code).slice(Number(first))
  for (const { code } of units) {
    getExpectedUnit(store, testPeriod.code, code)
    console.log(storeTestSubmission({ store, clock, newId, actor: 'Lan' }, code, count))
  }
  console.log('done')
} catch (error) {
  const refusal = asRefusal(error, directory)
  console.log(refusal instanceof AppError ? refusal.code : String(error))
}
