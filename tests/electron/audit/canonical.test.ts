import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256, type Json } from '../../../electron/audit/canonical.ts'

const shuffled = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(shuffled)
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, own]) => [name, shuffled(own)]),
  )
}

describe('canonicalJson', () => {
  it('sorts members, keeps the order of lists, writes no white space', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'ữ"\n' }, A: true })).toBe('{"A":true,"a":{"c":"ữ\\"\\n","d":null},"b":[2,1]}')
  })

  it('is one text whatever the order of members, and reads back as the value', () => {
    assert(
      property(jsonValue(), (value) => {
        // -0 is 0 in JSON.
        const plain = JSON.parse(JSON.stringify(value)) as Json
        expect(canonicalJson(shuffled(plain))).toBe(canonicalJson(plain))
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
      }),
    )
  })

  it('refuses what JSON would silently change', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson({ a: undefined } as never)).toThrow(TypeError)
    expect(() => canonicalJson(10n as never)).toThrow(TypeError)
  })

  it('hashes as FIPS 180-4 says', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
