import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import nextConfig from './next.config'

// What Next itself reads the sources of headers with; it is sent without types.
const { match } = createRequire(import.meta.url)('next/dist/compiled/path-to-regexp') as {
  readonly match: (source: string) => (path: string) => unknown
}

const policiesAt = async (path: string) =>
  ((await nextConfig.headers?.()) ?? [])
    .filter(({ source }) => match(source)(path))
    .flatMap(({ headers }) => headers)
    .filter(({ key }) => key === 'Content-Security-Policy')

test.each([
  '/api/v1/plans',
  '/api/health',
  '/api/webhooks/segment/e1',
  '/v1/track',
  '/v1/projects/k/settings',
  '/metrics',
])('%s holds no markup, and its answer may load nothing', async (path) => {
  expect(await policiesAt(path)).toEqual([
    { key: 'Content-Security-Policy', value: expect.stringContaining("default-src 'none'") },
  ])
})

test.each(['/api/unsubscribe/ann.x', '/', '/violations'])('%s brings a policy of its own', async (path) => {
  expect(await policiesAt(path)).toEqual([])
})
