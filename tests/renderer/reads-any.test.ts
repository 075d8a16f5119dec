import { describe, expect, it } from 'vitest'
import { readsAny } from '../../renderer/client/reads-any.ts'
import { contract } from '../../shared/contract/index.ts'

describe('what a command says it changes', () => {
  it('a list of units: everything that shows a unit’s name is asked for again', () => {
    const { changes } = contract.units.import['~orpc'].meta
    for (const call of [
      'units.list',
      'figures.grid',
      'overview.get',
      'overview.weights',
      'findings.browse',
      'findings.get',
      'submissions.waiting',
      'submissions.held',
      'submissions.receipts',
      'submissions.register',
      'submissions.registerSheet',
      'search.find',
    ])
      expect(readsAny([call.split('.')], changes), call).toBe(true)
  })
})
