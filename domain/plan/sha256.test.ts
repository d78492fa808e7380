import fc from 'fast-check'
import { expect, it } from 'vitest'
import { portableSha256, sha256OfText } from './sha256'

it('is SHA-256', () => {
  expect(sha256OfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

it('is the same wherever it runs, lone surrogates included (law)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '\udfff\0'), (text, odd) => {
      expect(sha256OfText(text + odd)).toBe(portableSha256(text + odd))
    }),
  )
})
