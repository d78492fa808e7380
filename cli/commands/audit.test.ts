import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ran } from '../ran.cases'

const run = (...args: readonly string[]) => ran(['audit', ...args])

/** An installation that answers so, and what it was asked. */
const installation = async (status: number, body: string, headers = {}) => {
  const asked: Pick<IncomingMessage, 'url' | 'headers'>[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const head = `installation:${'a'.repeat(64)},ws1:${'b'.repeat(64)}`
const answer = (intact: boolean, entries = 12) => JSON.stringify({ intact, entries, head })

test('an intact chain: 0, with the head to note', async () => {
  const { url, asked } = await installation(200, answer(true))
  expect(await run('verify', '--url', `${url}/`, '--token', 'pl_1')).toEqual({
    code: 0,
    out: `intact: 12 entries\nhead: ${head}\n`,
    err: '',
  })
  expect(asked).toMatchObject([{ url: '/api/v1/audit/verify', headers: { authorization: 'Bearer pl_1' } }])
})

test('the head that was noted is asked for, and the token may stand in the environment', async () => {
  vi.stubEnv('PLUMBLINE_TOKEN', 'pl_2')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { url, asked } = await installation(200, answer(true, 1))
  expect((await run('verify', '--url', url, '--head', head)).out).toMatch(
    /^intact: 1 entry, the head that you gave/,
  )
  expect(new URL(asked[0]?.url ?? '', url).searchParams.get('head')).toBe(head)
  expect(asked[0]?.headers.authorization).toBe('Bearer pl_2')
})

test('a chain that is not intact: 1, in words and for programs', async () => {
  const { url } = await installation(200, answer(false))
  const args = ['verify', '--url', url, '--token', 't', '--head', head]
  expect(await run(...args)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^not intact: .*head .* is gone/),
  })
  const { code, out } = await run(...args, '--format', 'json')
  expect([code, JSON.parse(out)]).toEqual([1, { intact: false, entries: 12, head }])
})

test.each([
  [
    'the words of the installation',
    403,
    '{"code":"not-allowed","detail":"This needs the role admin."}',
    'This needs the role admin.',
  ],
  ['a status without words', 502, '<html>', 'status 502'],
  ['an answer of something else', 200, '{"ok":true}', 'not that of a Plumbline installation'],
  ['an answer that is no JSON', 200, 'hello', 'not that of a Plumbline installation'],
])('could not run: %s', async (_, status, body, words) => {
  const { url } = await installation(status, body)
  const { code, out, err } = await run('verify', '--url', url, '--token', 't')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})

test('a token is not carried on to where an answer points', async () => {
  const other = await installation(200, answer(true))
  const { url } = await installation(302, '', { location: `${other.url}/api/v1/audit/verify` })
  expect((await run('verify', '--url', url, '--token', 't')).code).toBe(2)
  expect(other.asked).toEqual([])
})

test.each([
  [[], 'audit verify'],
  [['show', '--url', 'http://127.0.0.1', '--token', 't'], 'audit verify'],
  [['verify', '--token', 't'], '--url'],
  [['verify', '--url', 'http://127.0.0.1:1'], 'PLUMBLINE_TOKEN'],
  [['verify', '--url', 'ftp://example.com', '--token', 't'], 'not "ftp://example.com"'],
  [['verify', '--url', 'http://127.0.0.1:1', '--token', 't'], 'cannot be reached'],
])('could not run: %j', async (args, words) => {
  vi.stubEnv('PLUMBLINE_TOKEN', undefined)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toContain(words)
})
