import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ran } from './ran.cases'

const plan = {
  rules: [
    {
      type: 'TRACK',
      key: 'Seat Reserved',
      version: 1,
      jsonSchema: {
        type: 'object',
        properties: { properties: { type: 'object', properties: { seat: {} }, required: ['seat'] } },
      },
    },
  ],
}
const call = (messageId: string, properties: object) => ({
  type: 'track',
  event: 'Seat Reserved',
  messageId,
  userId: 'u1',
  timestamp: '2026-01-05T09:00:00.000Z',
  context: { app: { version: '4.2.0' } },
  properties,
})

const files = async (calls: readonly object[]) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [planFile, callFile] = [path.join(folder, 'plan.json'), path.join(folder, 'calls.ndjson')]
  await writeFile(planFile, JSON.stringify(plan))
  await writeFile(callFile, calls.map((one) => JSON.stringify(one)).join('\n'))
  return { planFile, callFile }
}

const installation = async (answer: object, status = 200) => {
  const asked: { url: string; body: string; authorization: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ url: request.url ?? '', body, authorization: request.headers.authorization ?? '' })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

test('what is wrong is sent, with which call it was and nothing of its contents', async () => {
  const { planFile, callFile } = await files([call('m-1', { seat: 'A1' }), call('m-2', { secret: 'x' })])
  const { url, asked } = await installation({ taken: 1, duplicates: 0, late: 0, refused: 0, refusals: [] })
  const { code, err } = await ran([
    'validate',
    '--plan',
    planFile,
    callFile,
    '--upload',
    'tp_1',
    '--source',
    'web',
    '--url',
    url,
    '--token',
    'pl_1',
  ])
  expect(code).toBe(1)
  expect(err).toContain('uploaded: 1 counted, 0 known already')
  expect(asked).toMatchObject([
    { url: '/api/v1/plans/tp_1/violations/import?format=ndjson&source=web', authorization: 'Bearer pl_1' },
  ])
  expect(asked[0]?.body).not.toContain('secret": "x')
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    line: 2,
    messageId: 'm-2',
    call: { type: 'track', event: 'Seat Reserved', at: '2026-01-05T09:00:00.000Z', appVersion: '4.2.0' },
    occurrences: expect.arrayContaining([expect.objectContaining({ pointer: '/properties/seat' })]),
  })
})

test('calls are sent whole, to be judged there, and what became of them is told', async () => {
  const { callFile } = await files([call('m-1', { seat: 'A1' }), call('m-2', {})])
  const { url, asked } = await installation({
    records: 2,
    taken: 1,
    duplicates: 1,
    late: 0,
    broken: 1,
    notJudged: 0,
    violations: 1,
    refused: 1,
    refusals: [{ line: 7, reason: 'The line is no JSON.' }],
  })
  const to = ['--upload-calls', 'tp_1', '--source', 'web', '--url', url, '--token', 'pl_1']
  const { code, out, err } = await ran(['validate', callFile, ...to])
  expect([code, out]).toEqual([1, 'line 7  The line is no JSON.\n'])
  expect(err).toContain('sent: 1 counted, 1 known already, 0 too old, 1 refused; 1 break the plan')
  expect(asked[0]).toMatchObject({
    url: '/api/v1/plans/tp_1/calls/import?format=ndjson&source=web&line=1',
    authorization: 'Bearer pl_1',
  })
  expect(asked[0]?.body.split('\n').map((line) => JSON.parse(line).messageId)).toEqual(['m-1', 'm-2'])
  expect(await ran(['validate', callFile, '--plan', callFile, ...to])).toMatchObject({
    code: 2,
    err: expect.stringContaining('leave --plan'),
  })
})

test('nothing is sent where nothing is wrong', async () => {
  const { planFile, callFile } = await files([call('m-1', { seat: 'A1' })])
  const { url, asked } = await installation({})
  const { code, err } = await ran([
    'validate',
    '--plan',
    planFile,
    callFile,
    '--upload',
    'tp_1',
    '--source',
    'web',
    '--url',
    url,
    '--token',
    'pl_1',
  ])
  expect([code, asked]).toEqual([0, []])
  expect(err).toContain('uploaded: 0 counted')
})

test.each([
  [['--upload', 'p'], /--url/],
  [['--upload', 'p', '--url', 'http://127.0.0.1:1'], /token/],
  [['--upload', 'p', '--url', 'http://127.0.0.1:1', '--token', 't'], /--source/],
])('%j cannot run', async (args, words) => {
  const { planFile, callFile } = await files([])
  expect(await ran(['validate', '--plan', planFile, callFile, ...args])).toMatchObject({
    code: 2,
    err: expect.stringMatching(words),
  })
})

test('an installation that says no is told in its own words', async () => {
  const { planFile, callFile } = await files([call('m-1', {})])
  const { url } = await installation({ detail: 'The workspace of this plan has no such source.' }, 422)
  const { code, err } = await ran([
    'validate',
    '--plan',
    planFile,
    callFile,
    '--upload',
    'tp_1',
    '--source',
    'nobody',
    '--url',
    url,
    '--token',
    't',
  ])
  expect(code).toBe(2)
  expect(err).toContain('The workspace of this plan has no such source.')
})
