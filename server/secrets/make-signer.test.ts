import { createPublicKey, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeSigner } from './make-signer'

const signer = makeSigner(Buffer.alloc(32, 1))

it('signs so that anybody who knows the public key can check it', () => {
  const signature = signer.sign('text')
  const key = createPublicKey({ key: Buffer.from(signer.publicKey, 'base64'), format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from('text'), key, Buffer.from(signature, 'hex'))).toBe(true)
  expect(signer.isSigned('text', signature)).toBe(true)
})

it('refuses another text, another key, any changed signature and what is none', () => {
  const signature = signer.sign('text')
  expect(signer.isSigned('texT', signature)).toBe(false)
  expect(makeSigner(Buffer.alloc(32, 2)).isSigned('text', signature)).toBe(false)
  for (const place of [0, 63, 127]) {
    const changed = signature[place] === '0' ? '1' : '0'
    expect(signer.isSigned('text', signature.slice(0, place) + changed + signature.slice(place + 1))).toBe(
      false,
    )
  }
  for (const odd of ['', 'ff', signature.toUpperCase(), `${signature}00`])
    expect(signer.isSigned('text', odd)).toBe(false)
})
