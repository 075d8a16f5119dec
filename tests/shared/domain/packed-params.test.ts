import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPacker, unpackParams } from '../../../shared/domain/packed-params.ts'

it('gives back what was packed, whatever the names, texts and numbers', () => {
  const name = fc.constantFrom('unit', 'unitName', 'label', 'expected', 'actual', 'count', 'percent')
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0))
  const params = fc.dictionary(name, fc.oneof(fc.string({ unit: 'grapheme' }), number))
  fc.assert(
    fc.property(fc.array(params), (list) => {
      const { packed, add } = createPacker()
      list.forEach(add)
      expect(packed.rows.map((row) => unpackParams(packed, row))).toEqual(list.map((one) => ({ ...one })))
    }),
  )
})

it('says every text and every list of names once', () => {
  const { packed, add } = createPacker()
  for (const count of [1, 2, 3]) add({ unitName: 'Xã Tiên La', label: 'Số cuộc', count })
  expect(packed).toEqual({
    names: [['unitName', 'label', 'count']],
    texts: ['Xã Tiên La', 'Số cuộc'],
    rows: ['0 0 1 #1', '0 0 1 #2', '0 0 1 #3'],
  })
})
