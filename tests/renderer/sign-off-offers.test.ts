import { describe, expect, it } from 'vitest'
import { signOffOffers } from '../../renderer/client/sign-off-offers.ts'
import { rights, type CallName } from '../../shared/contract/rights.ts'
import type { Role } from '../../shared/domain/account.ts'
import { reportStates, type ReportState } from '../../shared/domain/report-state.ts'
import { allows, roadOf, type Blockers } from './road-fixture.ts'

const offersOf = (state: ReportState, roles: readonly Role[], blockers: Blockers = [], wasBlocked = false) =>
  signOffOffers(roadOf(state, roles, blockers, wasBlocked), allows(roles))

const own: Blockers = [{ code: 'own_work', count: 1 }]
const roles: readonly Role[] = ['clerk', 'reviewer', 'leader', 'registrar', 'administrator']

describe('what a person is offered on the road of a report', () => {
  it('is their own next step, and nothing of it to who has none', () => {
    const first = reportStates.map((state) => [state, ...roles.map((role) => offersOf(state, [role]).primary ?? '–')])
    expect(first).toEqual([
      ['draft', '–', 'review', '–', '–', '–'],
      ['reviewed', 'submit', '–', '–', '–', '–'],
      // The leader is asked after the last page.
      ['submitted', '–', '–', '–', '–', '–'],
      ['approved', '–', '–', 'sign', '–', '–'],
      ['signed', '–', '–', '–', 'issue', '–'],
      ['issued', '–', '–', '–', 'sign', '–'],
      ['superseded', '–', '–', '–', '–', '–'],
    ])
    expect(offersOf('submitted', ['leader']).decisions).toEqual(['approve', 'reserve', 'giveBack'])
  })

  it('is never a call that the rights forbid', () => {
    for (const state of reportStates)
      for (const role of roles) {
        const { primary, others, decisions } = offersOf(state, [role])
        for (const act of [...(primary ? [primary] : []), ...others, ...decisions]) {
          const call =
            { giveBack: 'return', reserve: 'approve', onPaper: 'approveOnPaper', submitWithReason: 'submit' }[act as string] ?? act
          if (Object.hasOwn(rights, `reports.${call}`))
            expect([state, act, allows([role])(`reports.${call}` as CallName)]).toEqual([state, act, true])
        }
      }
  })

  it('keeps who prepared it from reviewing, approving and recording an approval', () => {
    expect(offersOf('draft', ['reviewer'], own).primary).toBeUndefined()
    const { decisions, others } = offersOf('submitted', ['leader'], own)
    expect([decisions, others]).toEqual([[], ['giveBack', 'withdraw']])
    expect(offersOf('submitted', ['clerk'], own).others).toEqual(['withdraw'])
    const reviewed: Blockers = [{ code: 'own_review', count: 1 }]
    expect(offersOf('reviewed', ['clerk'], reviewed)).toMatchObject({ primary: undefined, others: ['withdraw'] })
    expect(offersOf('approved', ['registrar']).others).toEqual(['issue', 'export', 'intake'])
  })

  it('leads to what stands in the way of submitting: remarks first, then findings; what is stale is built again', () => {
    const blocked: Blockers = [{ code: 'blocked', count: 2 }]
    expect(offersOf('reviewed', ['clerk'], blocked)).toMatchObject({ primary: 'settle', others: ['submitWithReason', 'withdraw'] })
    expect(offersOf('reviewed', ['clerk'], [...blocked, { code: 'remarks_open', count: 1 }]).primary).toBe('answer')
    expect(offersOf('reviewed', ['clerk'], [{ code: 'stale', count: 1 }]).primary).toBeUndefined()
  })

  it('of what was submitted with findings open is no approval without reservations', () => {
    expect(offersOf('submitted', ['leader'], [], true).decisions).toEqual(['reserve', 'giveBack'])
  })
})
