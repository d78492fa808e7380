import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from './proxy'

const answer = (path: string) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`))

test('every page is sent with a nonce of its own, which its scripts are told', () => {
  const nonceOf = (path: string) => {
    const { headers } = answer(path)
    const [, nonce = ''] =
      /script-src 'self' 'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '') ?? []
    expect(headers.get('x-middleware-request-x-nonce')).toBe(nonce)
    return nonce
  }
  expect(nonceOf('/')).toHaveLength(24)
  expect(nonceOf('/')).not.toBe(nonceOf('/'))
})

test('an address of the API that cannot be decoded is malformed, any other goes on', async () => {
  const refused = answer('/api/v1/plans/%E0%A4%A')
  expect(refused.status).toBe(400)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(await refused.json()).toMatchObject({ status: 400, code: 'malformed' })
  expect(answer('/api/v1/plans/%E7%95%8C').headers.get('x-middleware-next')).toBe('1')
})
