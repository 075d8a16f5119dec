import { expect, it } from 'vitest'
import { decisionsAbout } from '../../../../shared/rules/review/decisions-about.ts'

const unit = 'org.du_xa.11953'
const about = (rule: string, subject: string | null, whose: string | null = unit): string =>
  decisionsAbout({ rule, subject, unit: whose, isOnField: subject?.includes('.') === false }).join(' ')

it.each([
  ['a part above its whole', 'C6', 'um_informed', 'kept adjusted asked waived marked'],
  ['a number in prose against the figure', 'N6', 'nar.tsk.1.1', 'kept adjusted asked waived marked'],
  ['figures like those of another unit', 'R14', null, 'kept adjusted asked waived marked'],
  ['a label that differs, of a figure', 'M3', 'um_total', 'kept adjusted asked waived marked'],
  ['a label that differs, of a text', 'M3', 'nar.tsk.1.1', 'adjusted asked waived marked'],
  ['a figure that cannot be read', 'C1', 'um_total', 'adjusted asked waived marked'],
  ['a figure that is missing', 'C10', 'um_total', 'adjusted asked waived marked'],
  ['a copied text', 'N3', 'nar.tsk.1.1', 'adjusted asked waived marked'],
  ['a plan after its day', 'C18', 'mil.plan', 'adjusted asked waived marked'],
  ['sent late', 'R2', null, 'adjusted waived marked'],
  ['never sent', 'R1', null, 'adjusted waived marked'],
  ['a suspended adjustment', 'R3', 'um_total', 'adjusted asked marked'],
  ['a file that waits', 'M46', null, ''],
])('[S11] %s (%s)', (_, rule, subject, expected) => {
  expect(about(rule, subject)).toBe(expected)
})

it('[S11] nobody answers for the province', () => {
  expect(about('R4', 'um_total', null)).toBe('kept adjusted waived marked')
})
