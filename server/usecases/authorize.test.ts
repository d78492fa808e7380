import { describe, expect, test } from 'vitest'
import type { Actor } from '@/server/ports/context'
import { authorize, isAllowed, personOf } from './authorize'
import { Failed } from './fail'

const token = (role: 'contributor' | 'steward', scopes: readonly string[]): Actor => ({
  kind: 'token',
  personId: 'p1',
  name: 'Demo token',
  role,
  tokenId: 't1',
  minters: ['p1'],
  scopes,
})

describe('who may do what', () => {
  test('a token without scopes may do what its person may, and no more', () => {
    expect(isAllowed(token('steward', []), 'publish')).toBe(true)
    expect(isAllowed(token('contributor', []), 'publish')).toBe(false)
  })

  test('scopes narrow a token, and never widen it', () => {
    expect(isAllowed(token('steward', ['read']), 'publish')).toBe(false)
    expect(isAllowed(token('steward', ['publish']), 'publish')).toBe(true)
    expect(isAllowed(token('contributor', ['publish']), 'publish')).toBe(false)
  })

  test('the refusal says what is missing', () => {
    const refused = (actor: Actor) => {
      try {
        authorize(actor, 'publish')
      } catch (error) {
        return error instanceof Failed && error.failure.code === 'not-allowed' ? error.failure.detail : error
      }
    }
    expect(refused(token('steward', ['read']))).toMatch(/needs "publish"/)
    expect(refused(token('contributor', []))).toMatch(/steward or admin/)
  })

  test('a job is no person', () => {
    const job: Actor = { kind: 'job', personId: null, name: 'publish', jobId: 'j1' }
    expect(() => authorize(job, 'publish')).not.toThrow()
    expect(() => personOf(job)).toThrow()
  })
})
