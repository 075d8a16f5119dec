import { expect, it } from 'vitest'
import { documentSymbol } from '../../../shared/rules/document-symbol.ts'

it.each([
  ['Số       -{type}/{symbol}', 'TU', '127-BC/TU'],
  ['Số       -{type}/{symbol}', '', '127-BC'],
  ['Số:       /{type}-{symbol}', 'UBND', '127/BC-UBND'],
  ['Số:       /{type}-{symbol}', '', '127/BC'],
])('a number has the order of its form: %s, %s', (pattern, symbol, said) => {
  expect(documentSymbol({ number: 127, type: 'BC', symbol }, pattern)).toBe(said)
  expect(documentSymbol({ number: 7, type: 'BC', symbol }, pattern)).toBe(said.replace('127', '07'))
})
