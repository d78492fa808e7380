import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { getJson } from './get-json'

const View = z.object({ name: z.string() })

const answering = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))

afterEach(() => vi.unstubAllGlobals())

test('gives the parsed view', async () => {
  answering(200, { name: 'Storefront', more: 1 })
  expect(await getJson('/x', View)).toEqual({ name: 'Storefront' })
})

test('a problem document becomes its failure', async () => {
  answering(404, { type: 'x', title: 'x', status: 404, code: 'not-found', what: 'plan' })
  await expect(getJson('/x', View)).rejects.toMatchObject({ failure: { code: 'not-found', what: 'plan' } })
})

test('an error page of a proxy is an error of ours, not a crash', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }))
  await expect(getJson('/x', View)).rejects.toMatchObject({ failure: { code: 'unexpected' } })
})

test('no answer at all is a lost connection', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(getJson('/x', View)).rejects.toMatchObject({ failure: { code: 'offline' } })
})
