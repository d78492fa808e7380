import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { SegmentGateway, SegmentProblem } from '@/server/ports/segment-gateway'
import { segmentGateway } from './gateway'
import type { Waiting } from './retrying'

type Seen = { readonly line: string; readonly headers: IncomingMessage['headers']; readonly body: string }
type Answer = (response: ServerResponse, call: number) => void

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

/** A server that answers as told and keeps what it was asked. The last answer is repeated. */
const wire = async (...answers: Answer[]) => {
  const seen: Seen[] = []
  const pauses: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const line = `${request.method} ${decodeURIComponent(request.url ?? '')}`
      seen.push({ line, headers: request.headers, body: Buffer.concat(chunks).toString() })
      answers[Math.min(seen.length, answers.length) - 1]?.(response, seen.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(async () => {
    await close()
  })
  const waiting: Waiting = {
    sleep: async (ms) => void pauses.push(ms),
    now: () => Date.parse('2026-01-05T09:00:00Z'),
    random: () => 0,
  }
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const gateway = segmentGateway({ token: 'secret', apiUrl }, waiting, 300)
  return { gateway, seen, pauses, close, lines: () => seen.map(({ line }) => line) }
}

const page = (name: string, items: unknown[], paging: object = {}) =>
  json({ data: { [name]: items, pagination: { current: 'MA==', ...paging } } })

const track = (key: string, schema = '{}') =>
  `{"type":"TRACK","key":"${key}","version":1,"jsonSchema":${schema}}`
const rulesPage = (rules: string[], paging: object) =>
  json(
    `{"data":{"rules":[${rules.join(',')}],"pagination":${JSON.stringify({ current: 'MA==', ...paging })}}}`,
  )

const paged = 'pagination[count]=200'
const hours = 'startTime=2026-01-01T00:00:00Z&endTime=2026-01-02T00:00:00Z'
const from = '2026-01-01T00:00:00Z'
const to = '2026-01-02T00:00:00Z'

const problemOf = async (answer: ReturnType<SegmentGateway['workspace']>): Promise<SegmentProblem> => {
  const { ok, ...rest } = await answer
  if (ok || !('problem' in rest)) throw new Error('Segment was expected not to give a usable answer.')
  return rest.problem
}

test('asks for the workspace with the token, and says who asks', async () => {
  const { gateway, seen } = await wire(
    json({ data: { workspace: { id: 'w1', slug: 'acme', name: 'Acme' } } }),
  )
  expect(await gateway.workspace()).toEqual({ ok: true, value: { id: 'w1', slug: 'acme', name: 'Acme' } })
  expect(seen[0]?.line).toBe('GET /')
  expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer secret', accept: 'application/json' })
})

test('lists LIVE plans page by page, with the id that only the raw body has', async () => {
  const { gateway, lines } = await wire(
    page('trackingPlans', [{ id: 'tp_1', type: 'LIVE', name: 'Web', resourceSchemaId: 'rs_1' }], {
      next: 'MQ==',
    }),
    page('trackingPlans', [
      { id: 'tp_2', type: 'LIVE' },
      { id: 'tp_3', type: 'RULE_LIBRARY', name: 'Library' },
    ]),
  )
  const bare = { description: null, updatedAt: null }
  expect(await gateway.livePlans()).toEqual({
    ok: true,
    value: [
      { id: 'tp_1', name: 'Web', resourceSchemaId: 'rs_1', ...bare },
      { id: 'tp_2', name: 'tp_2', resourceSchemaId: null, ...bare },
    ],
  })
  expect(lines()).toEqual([
    `GET /tracking-plans?type=LIVE&${paged}`,
    `GET /tracking-plans?type=LIVE&pagination[cursor]=MQ==&${paged}`,
  ])
})

test('reads rules twice and keeps every schema as it was spelled', async () => {
  const odd = '{"maximum":12345678901234567890, "__proto__":{"a":1.0}}'
  const { gateway, lines } = await wire(
    rulesPage([track('A', odd)], { next: 'MQ==', totalEntries: 2 }),
    rulesPage(['{"type":"COMMON","key":"","version":1,"jsonSchema":{"type":"object"}}'], { totalEntries: 2 }),
    rulesPage(['{"type":"COMMON","version":1,"jsonSchema":{"type":"object"}}'], {
      next: 'MQ==',
      totalEntries: 2,
    }),
    rulesPage([track('A', odd)], { next: null, totalEntries: 2 }),
  )
  const told: [number, number | null][] = []
  const read = await gateway.readRules('tp_1', (done, total) => void told.push([done, total]))
  expect(read).toMatchObject({
    ok: true,
    value: [
      { type: 'COMMON', key: null, version: 1, schemaText: '{"type":"object"}' },
      { type: 'TRACK', key: 'A', version: 1, schemaText: odd },
    ],
  })
  expect(lines()).toEqual([
    `GET /tracking-plans/tp_1/rules?${paged}`,
    `GET /tracking-plans/tp_1/rules?pagination[cursor]=MQ==&${paged}`,
    `GET /tracking-plans/tp_1/rules?${paged}`,
    `GET /tracking-plans/tp_1/rules?pagination[cursor]=MQ==&${paged}`,
  ])
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ])
})

test('upserts send each schema to the last digit and no key where there is none', async () => {
  const { gateway, seen } = await wire(json({ data: { status: 'SUCCESS' } }))
  const answer = await gateway.upsertRules('tp_1', [
    { type: 'TRACK', key: 'A', version: 2, newKey: 'B', schemaText: '{ "max": 12345678901234567890 }' },
    { type: 'IDENTIFY', key: null, version: 1, schemaText: '{}' },
  ])
  expect(answer).toEqual({ ok: true, value: null })
  expect(seen[0]?.line).toBe('PATCH /tracking-plans/tp_1/rules')
  expect(seen[0]?.headers['content-type']).toBe('application/json')
  expect(seen[0]?.body).toContain('"jsonSchema":{ "max": 12345678901234567890 }')
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
    rules: [
      {
        type: 'TRACK',
        key: 'A',
        version: 2,
        newKey: 'B',
        jsonSchema: { max: Number('12345678901234567890') },
      },
      { type: 'IDENTIFY', version: 1, jsonSchema: {} },
    ],
  })
})

test('a new plan is LIVE, and one whose answer was lost is not made twice', async () => {
  const made = { id: 'tp_2', name: 'Staging', type: 'LIVE', resourceSchemaId: 'rs_2', slug: 'staging' }
  const { gateway, seen } = await wire(json({ data: { trackingPlan: made } }, 201), (response) =>
    response.destroy(),
  )
  expect(await gateway.createPlan({ name: 'Staging', description: null })).toMatchObject({
    ok: true,
    value: { id: 'tp_2', name: 'Staging', resourceSchemaId: 'rs_2', description: null },
  })
  expect(seen[0]).toMatchObject({ line: 'POST /tracking-plans', body: '{"name":"Staging","type":"LIVE"}' })
  expect(await gateway.createPlan({ name: 'Staging', description: null })).toMatchObject({
    ok: false,
    problem: { kind: 'unavailable' },
  })
  expect(seen).toHaveLength(2)
})

test('removals travel in the query', async () => {
  const { gateway, lines } = await wire(json({ data: { status: 'SUCCESS' } }))
  await gateway.removeRules('tp_1', [
    { type: 'TRACK', key: 'A & B', version: 1 },
    { type: 'GROUP', key: null, version: 1 },
  ])
  const first = 'rules[0][type]=TRACK&rules[0][key]=A & B&rules[0][version]=1'
  expect(lines()).toEqual([
    `DELETE /tracking-plans/tp_1/rules?${first}&rules[1][type]=GROUP&rules[1][version]=1`,
  ])
})

test('sources, their plan and their settings', async () => {
  const settings = { track: { allowUnplannedEvents: false } }
  const { gateway, lines } = await wire(
    page('sources', [
      {
        id: 's1',
        slug: 'web',
        name: 'Web',
        enabled: true,
        metadata: { name: 'Javascript', categories: ['Website'] },
      },
    ]),
    page('sources', [{ id: 's1', slug: 'web' }]),
    json({ data: { sourceId: 's1', settings } }),
  )
  const web = { id: 's1', slug: 'web', name: 'Web', enabled: true, kind: 'Javascript', platform: 'web' }
  expect(await gateway.sources()).toEqual({ ok: true, value: [web] })
  expect(await gateway.planSources('tp_1')).toEqual({ ok: true, value: ['s1'] })
  expect(await gateway.sourceSettings('s1')).toEqual({ ok: true, value: settings })
  expect(lines()).toEqual([
    `GET /sources?${paged}`,
    `GET /tracking-plans/tp_1/sources?${paged}`,
    'GET /sources/s1/settings',
  ])
})

test('event volume per hour; rows of one event are added up', async () => {
  const { gateway, lines } = await wire(
    json({
      data: {
        result: [
          { eventName: 'A', eventType: 'track', total: 3, series: [{ time: from, count: 3 }] },
          {
            eventName: 'A',
            eventType: 'TRACK',
            total: 2,
            series: [{ time: '2026-01-01T00:30:00Z', count: 2 }],
          },
          { eventType: 'identify', total: 0, series: [{ time: from, count: 0 }] },
          {
            eventName: `${'x'.repeat(2_000)}1`,
            eventType: 'track',
            total: 1,
            series: [{ time: from, count: 1 }],
          },
          {
            eventName: `${'x'.repeat(2_000)}2`,
            eventType: 'track',
            total: 1,
            series: [{ time: from, count: 1 }],
          },
        ],
      },
    }),
  )
  const hour = '2026-01-01T00:00:00.000Z'
  expect(await gateway.eventVolume('s1', from, to)).toEqual({
    ok: true,
    value: [
      { hour, eventType: 'track', eventName: 'A', reason: '', appVersion: '', count: 5 },
      { hour, eventType: 'track', eventName: 'x'.repeat(2_000), reason: '', appVersion: '', count: 2 },
    ],
  })
  expect(lines()).toEqual([
    `GET /events/volume?granularity=HOUR&${hours}&groupBy[0]=eventName&groupBy[1]=eventType&sourceId[0]=s1&${paged}`,
  ])
})

test('blocked events per hour and reason, granularity in upper case', async () => {
  const row = {
    eventName: 'A',
    eventType: 'track',
    discardReason: 'unplanned',
    appVersion: '2.0.0',
    series: [{ time: from, count: 4 }],
  }
  const { gateway, lines } = await wire(page('dataset', [row]))
  expect(await gateway.blockedEvents('s1', from, to)).toMatchObject({
    ok: true,
    value: [{ reason: 'unplanned', appVersion: '2.0.0', count: 4 }],
  })
  const groups = 'groupBy[0]=eventName&groupBy[1]=eventType&groupBy[2]=discardReason&groupBy[3]=appVersion'
  expect(lines()).toEqual([
    `GET /delivery-overview/filtered-at-source?sourceId=s1&${hours}&${groups}&granularity=HOUR&${paged}`,
  ])
})

const refusal = (type: string, message: string) => ({ errors: [{ type, message }] })
const tooMany = (ms: number) => ({
  errors: [{ type: 'RequestError', message: 'Too many requests', data: { msBeforeNext: ms } }],
})
const cut: Answer = (response) => void response.destroy()
const cutInMiddle: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' })
  response.write('{"data":')
  setImmediate(() => response.destroy())
}

test.each<[string, Answer, SegmentProblem['kind'], RegExp, number]>([
  ['a token that is not accepted', json(refusal('unauthorized', 'No'), 401), 'unauthorized', /^No$/, 1],
  ['a missing permission', json(refusal('forbidden', 'Not yours'), 403), 'unauthorized', /Not yours/, 1],
  [
    'a feature that is off',
    json(refusal('not-found', 'feature not enabled'), 404),
    'no-protocols',
    /not enabled/,
    1,
  ],
  ['something unknown', json(refusal('not-found', 'No such plan'), 404), 'not-found', /No such plan/, 1],
  ['a refusal', json(refusal('bad-request', 'Use PATCH'), 400), 'refused', /Use PATCH/, 1],
  [
    'a gateway that fails in HTML',
    (r) => r.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
    'unavailable',
    /status 502/,
    4,
  ],
  ['another web page', (r) => r.writeHead(404).end('<html>'), 'not-understood', /may not be Segment/, 1],
  ['a page that says all is well', (r) => r.end('<html>'), 'unavailable', /not JSON/, 4],
  [
    'a redirect',
    (r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'not-understood',
    /redirect/,
    1,
  ],
  ['a connection cut at once', cut, 'unavailable', /cut/, 4],
  ['a connection cut in mid-answer', cutInMiddle, 'unavailable', /cut/, 4],
  ['no answer in time', () => {}, 'unavailable', /in time/, 4],
  [
    'a missing field',
    json({ data: { workspace: { slug: 'x' } } }),
    'not-understood',
    /data\.workspace\.id/,
    1,
  ],
  ['an empty answer', json('null'), 'not-understood', /as expected/, 1],
])(
  '%s is a problem, and is tried again only where that may help',
  async (_name, answer, kind, words, calls) => {
    const { gateway, seen } = await wire(answer)
    const problem = await problemOf(gateway.workspace())
    expect(problem.kind).toBe(kind)
    expect(problem.message).toMatch(words)
    expect(problem.message).not.toMatch(/secret|<html/)
    expect(seen).toHaveLength(calls)
  },
)

test('a host that is not there', async () => {
  const { gateway, close } = await wire(cut)
  await close()
  expect(await problemOf(gateway.workspace())).toMatchObject({
    kind: 'unavailable',
    message: /Nothing answers/,
  })
})

test('a plan list that is unknown means that the workspace has no Protocols', async () => {
  const { gateway } = await wire(json(refusal('not-found', 'Not Found'), 404))
  expect(await gateway.livePlans()).toMatchObject({ ok: false, problem: { kind: 'no-protocols' } })
})

const fine = json({ data: { workspace: { id: 'w1' } } })

test.each<[string, Answer, number[]]>([
  ['Retry-After in seconds', json(tooMany(900), 429, { 'retry-after': '2' }), [2_000]],
  [
    'Retry-After as a date',
    json(tooMany(900), 429, { 'retry-after': 'Mon, 05 Jan 2026 09:00:03 GMT' }),
    [3_000],
  ],
  ['msBeforeNext', json(tooMany(900), 429), [900]],
  ['X-RateLimit-Reset', json({}, 429, { 'x-ratelimit-reset': '2026-01-05T09:00:04Z' }), [4_000]],
  ['nothing', json({}, 429), [5_000]],
])('a rate limit that tells %s is waited for', async (_name, limited, expected) => {
  const { gateway, pauses } = await wire(limited, fine)
  expect(await gateway.workspace()).toMatchObject({ ok: true })
  expect(pauses).toEqual(expected)
})

test('somebody who waits is told of a long rate limit, while a job waits a minute for it', async () => {
  const limited = json(tooMany(40_000), 429)
  const person = await wire(limited)
  expect(await problemOf(person.gateway.workspace())).toMatchObject({
    kind: 'rate-limited',
    retryAfterMs: 40_000,
  })
  expect(person.pauses).toEqual([])
  const job = await wire(limited, page('sources', []))
  expect(await job.gateway.planSources('tp_1')).toEqual({ ok: true, value: [] })
  expect(job.pauses).toEqual([40_000])
})

test('failures that pass are tried again with growing pauses', async () => {
  const { gateway, pauses } = await wire(cut, json({}, 503), fine)
  expect(await gateway.workspace()).toMatchObject({ ok: true })
  expect(pauses).toEqual([300, 900])
})

test('a write whose connection was cut is not sent twice', async () => {
  const { gateway, seen } = await wire(cut)
  const answer = await gateway.upsertRules('tp_1', [
    { type: 'TRACK', key: 'A', version: 1, schemaText: '{}', newKey: 'B' },
  ])
  expect(answer).toMatchObject({ ok: false, problem: { kind: 'unavailable' } })
  expect(seen).toHaveLength(1)
})

test.each<[string, Answer[], SegmentProblem['kind'], RegExp]>([
  [
    'shorter than its total',
    [rulesPage([track('A')], { totalEntries: 2 })],
    'incomplete-read',
    /said 2 and gave 1/,
  ],
  [
    'with a rule twice',
    [rulesPage([track('A'), track('A')], { totalEntries: 2 })],
    'incomplete-read',
    /"A" twice/,
  ],
  ['without paging', [json('{"data":{"rules":[]}}')], 'not-understood', /pagination/],
  [
    'going round in circles',
    [rulesPage([track('A')], { next: 'MQ==' })],
    'incomplete-read',
    /same page twice/,
  ],
  [
    'without a schema',
    [rulesPage(['{"type":"TRACK","key":"A","version":1}'], {})],
    'not-understood',
    /"A" without a schema/,
  ],
  [
    'with a key twice in a schema',
    [rulesPage([track('A', '{"a":1,"a":2}')], {})],
    'not-understood',
    /schema of "A" cannot be read.*twice/,
  ],
  [
    'without the name of an event',
    [rulesPage(['{"type":"TRACK","version":1,"jsonSchema":{}}'], {})],
    'not-understood',
    /without the name/,
  ],
  [
    'with a name that no database keeps',
    [rulesPage(['{"type":"TRACK","key":"a\\u0000b","version":1,"jsonSchema":{}}'], {})],
    'not-understood',
    /cannot be kept/,
  ],
  [
    'with a name longer than an index holds',
    [rulesPage([track('界'.repeat(700))], {})],
    'not-understood',
    /more than the 2000 bytes/,
  ],
  [
    'of an unknown type',
    [rulesPage(['{"type":"ALIAS","version":1,"jsonSchema":{}}'], {})],
    'not-understood',
    /rules\.0\.type/,
  ],
])('a plan %s does not count', async (_name, answers, kind, words) => {
  const { gateway } = await wire(...answers)
  const read = await gateway.readRules('tp_1')
  expect(read).toMatchObject({ ok: false, problem: { kind, message: words } })
})

test('a plan that changes with every look does not count; one that settles does', async () => {
  const restless = await wire((response, call) => rulesPage([track(`A${call}`)], {})(response, call))
  expect(await restless.gateway.readRules('tp_1')).toMatchObject({
    ok: false,
    problem: { kind: 'incomplete-read', message: /kept changing/ },
  })
  const settling = await wire(rulesPage([track('A')], {}), rulesPage([track('B')], {}))
  expect(await settling.gateway.readRules('tp_1')).toMatchObject({ ok: true, value: [{ key: 'B' }] })
  expect(settling.seen).toHaveLength(3)
})
