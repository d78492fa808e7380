import { beforeEach, expect, test } from 'vitest'
import { makeTokenLimits, type TokenLimits } from './token-limits'

let limits: TokenLimits

beforeEach(() => {
  limits = makeTokenLimits({ usesOfToken: 3, unknownOfAddress: 2 })
})

const limited = {
  failure: {
    code: 'rate-limited',
    retryAfterSeconds: expect.toSatisfy((seconds) => seconds > 0 && seconds <= 60),
  },
}

test('a token is used so often in a minute and no more; another one is not touched by it', async () => {
  for (let i = 0; i < 3; i += 1) await limits.used('a')
  await expect(limits.used('a')).rejects.toMatchObject(limited)
  await limits.used('b')
})

test('an address that guesses is refused before anything is looked up', async () => {
  await limits.beforeLookUp('guess', 'there')
  for (let i = 0; i < 2; i += 1) await limits.unknown('there')
  await expect(limits.unknown('there')).rejects.toMatchObject(limited)
  await expect(limits.beforeLookUp('guess', 'there')).rejects.toMatchObject(limited)
  await limits.beforeLookUp('guess', 'elsewhere')
})

test('a token that works goes on beside somebody who guesses', async () => {
  await limits.used('known')
  for (let i = 0; i < 2; i += 1) await limits.unknown('there')
  await limits.beforeLookUp('known', 'there')
})
