import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { composition } from '@/app/_entry/composition'
import type { AnswerOf, Operation } from '@/contracts/operation'
import { operations } from '@/contracts/operations'
import type { Role } from '@/domain/review/role'
import { type RunningSandbox, startSandbox } from '@/sandbox/start-sandbox'
import type { JobWorker } from '@/server/ports/job-runner'
import { keepAdministrator } from '@/server/usecases/start/keep-administrator'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { jobHandlers } from '@/worker/handlers'
import { type Asking, ask, origin, problemOf } from './ask.cases'
import { POST as webhook } from './webhooks/segment/[endpointId]/route'

// The whole main job through REST, as a script would do it; every answer is held against the OpenAPI document.

const plan = 'tp_shop'
const rules = ['Order Completed', 'Ünï “quotes" #1 / ? & %'].map((key) => ({
  type: 'TRACK' as const,
  key,
  version: 1,
  jsonSchema: { type: 'object', properties: { properties: { type: 'object', properties: {} } } },
}))
const [order, odd] = rules
if (!order || !odd) throw new Error('there are two rules')

let database: TestDatabase
let sandbox: RunningSandbox
let worker: JobWorker
const tokens: Record<string, string> = {
  admin: 'a token of the administrator, 32 and more'.replaceAll(' ', '-'),
}

beforeAll(async () => {
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  process.env.SECRET_KEY = randomBytes(32).toString('base64')
  sandbox = await startSandbox({ traffic: false, history: false })
  await control('PATCH', '/settings', { consistencyDelayMs: 20 })
  await control('PUT', `/plans/${plan}/rules`, { name: 'Shop', rules })
  const { contextFor, runJobs } = composition()
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Test' })
  await keepAdministrator(ctx, { email: 'root@example.com', password: null, token: tokens.admin ?? null })
  worker = await runJobs({ handlers: jobHandlers(contextFor), periodic: [], concurrency: 2 })
})

afterAll(async () => {
  await worker.stop()
  await composition().close()
  await sandbox.close()
  await database.drop()
})

const control = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

const held = async (key: string) => {
  const { rules: all } = (await control('GET', `/plans/${plan}/rules`)) as { rules: typeof rules }
  return all.find((rule) => rule.key === key)?.jsonSchema
}

/** Asks as one of the members, and gives what was answered once it is of the status that the row promises. */
const done = async <Row extends Operation>(
  row: Row,
  { as = 'admin', ...asking }: Asking & { readonly as?: string } = {},
): Promise<AnswerOf<Row>> => {
  const response = await ask(row, { token: tokens[as], ...asking })
  const text = await response.text()
  expect([response.status, text]).toEqual([row.status, text])
  return (text === '' ? null : JSON.parse(text)) as AnswerOf<Row>
}

const refused = async (row: Operation, { as = 'admin', ...asking }: Asking & { readonly as?: string } = {}) =>
  problemOf(await ask(row, { token: tokens[as], ...asking }))

const ended = (id: string) =>
  vi.waitFor(
    async () => {
      const job = await done(operations.readJob, { params: { id } })
      if (job.status !== 'succeeded' && job.status !== 'failed') throw new Error(`The job is ${job.status}.`)
      return job
    },
    { timeout: 50_000, interval: 50 },
  )

const synced = async () => {
  const { jobId } = await done(operations.startSync, { params: { plan } })
  expect(await ended(jobId)).toMatchObject({ status: 'succeeded' })
}

const member = async (name: string, role: Role) => {
  const body = { email: `${name}@example.com`, name, role }
  const { id, inviteUrl } = await done(operations.inviteMember, { body })
  expect(inviteUrl).toMatch(/^http.*\/welcome\/\S{43}$/)
  tokens[name] = (await done(operations.mintToken, { params: { id }, body: { name: 'REST' } })).token
  expect(await done(operations.readMe, { as: name })).toMatchObject({ id, role })
}

const changed = (description: string) => ({ ...order, jsonSchema: { ...order.jsonSchema, description } })

const proposed = async (title: string, edits: readonly unknown[]) => {
  const request = await done(operations.createChangeRequest, {
    as: 'author',
    params: { plan },
    body: { title, edits },
  })
  const params = { plan, number: String(request.number) }
  await vi.waitFor(
    async () =>
      expect(
        (await done(operations.readChangeRequest, { params })).checks.map(({ status }) => status),
      ).not.toContain('queued'),
    { timeout: 30_000, interval: 50 },
  )
  return { params, request: await done(operations.readChangeRequest, { params }) }
}

const approved = async (title: string, edits: readonly unknown[]) => {
  const { params, request } = await proposed(title, edits)
  await done(operations.submitChangeRequest, { as: 'author', params })
  const body = { verdict: 'approve', fingerprint: request.fingerprint }
  expect(await done(operations.giveReview, { as: 'steward', params, body })).toMatchObject({
    status: 'approved',
  })
  return params
}

const published = async (params: Readonly<Record<string, string>>) => {
  const { jobId } = await done(operations.publishChangeRequest, { as: 'steward', params })
  return ended(jobId)
}

describe.sequential('the main job', () => {
  test('a workspace is connected and its plans come in', async () => {
    const wrong = { token: 'wrong', apiUrl: sandbox.url }
    expect(await refused(operations.connectWorkspace, { body: wrong })).toMatchObject({
      status: 422,
      code: 'segment-refused',
    })
    expect((await done(operations.listWorkspaces)).data).toEqual([])
    const body = { name: 'Acme', token: 'sandbox', apiUrl: sandbox.url }
    const { id, jobId } = await done(operations.connectWorkspace, { body })
    expect(await ended(jobId)).toMatchObject({ status: 'succeeded' })
    await ended((await done(operations.syncWorkspace, { params: { id } })).jobId)
    await synced()
    const known = await done(operations.readPlan, { params: { plan } })
    expect(known).toMatchObject({ segmentId: plan, headVersion: 1, liveVersion: 1, rules: 2, drift: null })
    expect(await done(operations.readPlan, { params: { plan: known.id } })).toEqual(known)
    expect((await done(operations.listPlans)).data).toContainEqual(known)
  })

  test('members are invited, and each has a token', async () => {
    await member('author', 'contributor')
    await member('steward', 'steward')
    await member('viewer', 'viewer')
    expect((await done(operations.listMembers)).data).toHaveLength(4)
  })

  test('rules are read page by page, by name and as a file', async () => {
    const params = { plan }
    const first = await done(operations.listRules, { params, query: '?limit=1' })
    const query = `?limit=1&cursor=${encodeURIComponent(first.nextCursor ?? '')}`
    const second = await done(operations.listRules, { params, query })
    expect([...first.data, ...second.data].map(({ key }) => key).sort()).toEqual([order.key, odd.key].sort())
    expect(second.nextCursor).toBeNull()
    const named = await done(operations.listRules, { params, query: `?key=${encodeURIComponent(odd.key)}` })
    expect(named.data).toMatchObject([{ key: odd.key, jsonSchema: odd.jsonSchema, since: 1 }])
    await done(operations.listCatalog, { params })
    const rule = `?type=TRACK&key=${encodeURIComponent(odd.key)}&version=1`
    await done(operations.readRule, { params, query: rule })
    await done(operations.readRuleHistory, { params, query: rule })
    // No property is planned in it.
    expect(await done(operations.readRuleBlame, { params, query: rule })).toEqual([])
    const file = await ask(operations.exportPlan, { token: tokens.viewer, params, query: '?format=segment' })
    expect(file.headers.get('content-disposition')).toContain('shop-v1')
    expect((await file.json()).rules).toHaveLength(2)
    const table = await ask(operations.exportPlan, { token: tokens.viewer, params, query: '?format=csv' })
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(table.headers.get('content-disposition')).toContain('shop-v1.csv')
    expect(await table.text()).toMatch(/^\uFEFF?type,key,version,/)
    expect(await refused(operations.listRules, { params, query: '?version=7' })).toMatchObject({
      status: 404,
    })
  })

  test('a change is proposed, judged by somebody else, published and read back', async () => {
    const { params, request } = await proposed('Describe it', [changed('A')])
    const stale = { edits: [changed('B')], fingerprint: 'another' }
    expect(await refused(operations.saveEdits, { as: 'author', params, body: stale })).toMatchObject({
      status: 409,
      code: 'stale',
      current: { fingerprint: request.fingerprint },
    })
    await done(operations.describeChangeRequest, { as: 'author', params, body: { description: 'Why' } })
    await done(operations.submitChangeRequest, { as: 'author', params })
    await done(operations.withdrawChangeRequest, { as: 'author', params })
    await done(operations.closeChangeRequest, { as: 'author', params })
    await done(operations.reopenChangeRequest, { as: 'author', params })
    await done(operations.submitChangeRequest, { as: 'author', params })
    expect(await refused(operations.publishChangeRequest, { params })).toMatchObject({
      status: 409,
      code: 'blocked',
      gates: [expect.objectContaining({ code: 'approvals-missing' })],
    })
    const verdict = (as: string, given: string) =>
      ({ as, params, body: { verdict: given, body: 'Hm.', fingerprint: request.fingerprint } }) as const
    expect(await refused(operations.giveReview, verdict('author', 'approve'))).toMatchObject({ status: 403 })
    await done(operations.giveReview, verdict('author', 'comment'))
    const sentBack = await done(operations.giveReview, verdict('steward', 'request-changes'))
    expect(sentBack.status).toBe('changes-requested')
    expect(await done(operations.giveReview, verdict('steward', 'approve'))).toMatchObject({
      status: 'approved',
      gates: [],
    })
    expect((await done(operations.previewPublish, { params })).sentence).toBe('1 updated in Shop at Acme')
    expect(await published(params)).toMatchObject({ status: 'succeeded', result: { version: 2 } })
    expect(await held(order.key)).toMatchObject({ description: 'A' })
    expect(await done(operations.readPlan, { params })).toMatchObject({ headVersion: 2, liveVersion: 2 })
    expect((await done(operations.listVersions, { params })).data).toHaveLength(2)
    const diff = await done(operations.readDiff, { params, query: '?from=1&to=2' })
    expect(diff.changes).toMatchObject([{ kind: 'description-changed', senders: 'documentation' }])
    const evidence = await ask(operations.readEvidence, { token: tokens.viewer, params })
    expect(evidence.headers.get('content-disposition')).toContain('change-request-1.evidence.json')
    const rawBody = await evidence.text()
    const verified = await ask(operations.verifyEvidence, { token: tokens.viewer, rawBody })
    expect(await verified.json()).toEqual({ valid: true, reason: null, auditIntact: true })
    const query = '?status=published&author=author'
    const [listed] = (await done(operations.listChangeRequests, { params, query })).data
    expect(listed).toMatchObject({ number: request.number, version: 2 })
    expect(Object.keys(listed ?? {})).not.toContain('edits')
    await done(operations.listAllChangeRequests)
  })

  test('people talk about a request, at a place in it, and settle what they talked about', async () => {
    const { params } = await proposed('Talk about it', [changed('Said')])
    const rule = { type: 'TRACK', key: order.key, version: 1 }
    const as = 'steward'
    const body = { body: 'Why?', rule, pointer: '' }
    const said = await done(operations.commentOnChangeRequest, { as, params, body })
    expect(said).toMatchObject({ body: 'Why?', rule, pointer: '', deleted: false })
    const id = { ...params, id: said.id }
    await done(operations.commentOnChangeRequest, {
      as: 'author',
      params,
      body: { body: 'Finance asks.', thread: said.thread },
    })
    await done(operations.editComment, { as, params: id, body: { body: 'Why now?' } })
    const thread = { ...params, id: said.thread }
    expect((await done(operations.resolveThread, { as, params: thread })).resolved).not.toBeNull()
    expect((await done(operations.reopenThread, { as, params: thread })).resolved).toBeNull()
    const { request } = await proposed('Suggest it', [
      { ...rule, jsonSchema: { properties: { total: { type: 'number' } } } },
    ])
    const there = { plan, number: String(request.number) }
    const better = { body: 'Rather:', rule, pointer: '/total', suggestion: '{"type":"integer"}' }
    const { id: suggestion } = await done(operations.commentOnChangeRequest, {
      as,
      params: there,
      body: better,
    })
    const applied = await done(operations.applySuggestion, {
      as: 'author',
      params: { ...there, id: suggestion },
      body: { fingerprint: request.fingerprint },
    })
    expect(applied.edits).toMatchObject([{ after: { properties: { total: { type: 'integer' } } } }])
    await done(operations.closeChangeRequest, { as: 'author', params: there })
    const deleted = await ask(operations.deleteComment, { token: tokens[as], params: id })
    expect(deleted.status).toBe(204)
    expect((await done(operations.listComments, { as: 'viewer', params })).data).toMatchObject([
      { body: '', deleted: true },
      { body: 'Finance asks.' },
    ])
    for (const [wrong, path] of [
      [{ body: ' ' }, 'body'],
      [{ body: 'x', pointer: '/a' }, 'rule'],
      [{ body: 'x', rule, pointer: 'a' }, 'pointer'],
      [{ body: 'x', rule, thread: said.thread }, 'thread'],
    ] as const)
      expect(await refused(operations.commentOnChangeRequest, { as, params, body: wrong })).toMatchObject({
        status: 422,
        fields: [{ path }],
      })
    await done(operations.closeChangeRequest, { as: 'author', params })
  })

  test('nobody approves own edits, and of two requests for one rule the second needs a person', async () => {
    const own = await done(operations.createChangeRequest, {
      as: 'steward',
      params: { plan },
      body: { title: 'Own', edits: [changed('own')] },
    })
    const params = { plan, number: String(own.number) }
    await done(operations.submitChangeRequest, { as: 'steward', params })
    const body = { verdict: 'approve', fingerprint: own.fingerprint }
    expect(await refused(operations.giveReview, { as: 'steward', params, body })).toMatchObject({
      status: 403,
      code: 'own-edits',
    })
    await published(await approved('First', [changed('first')]))
    const conflict = await refused(operations.updateChangeRequest, { as: 'steward', params })
    expect(conflict).toMatchObject({ status: 409, code: 'conflicted', conflicts: [expect.anything()] })
    const choices = [{ rule: { type: 'TRACK', key: order.key, version: 1 }, take: 'ours' }]
    const resolved = await done(operations.resolveConflicts, {
      as: 'steward',
      params,
      body: { fingerprint: own.fingerprint, choices },
    })
    expect(resolved).toMatchObject({ base: 3, conflicts: [] })
  })

  test('an area takes its owner, unless somebody whom the policy lets says why not', async () => {
    const params = { plan }
    const { policy, revision, workspace } = await done(operations.readPolicy, { as: 'author', params })
    const { id } = await done(operations.readMe)
    const group = { workspace: workspace.id, name: 'Owners', members: [] as string[] }
    const made = await done(operations.createGroup, { body: group })
    const place = { id: made.id }
    await done(operations.changeGroup, { params: place, body: { name: 'Order owners', members: [id] } })
    expect((await done(operations.listGroups, { as: 'author' })).data).toMatchObject([
      { name: 'Order owners' },
    ])

    const area = { name: 'Orders', type: 'TRACK', key: order.key, label: null, group: made.id }
    const owned = { ...policy, ownerships: [area], bypassRoles: ['admin'] }
    const tried = await done(operations.previewPolicy, { params, body: { policy: owned } })
    expect(tried.requests.filter(({ before, after }) => before.clear && !after.clear)).not.toEqual([])
    const wrong = { policy: { ...owned, approvals: 0 }, revision }
    expect(await refused(operations.savePolicy, { params, body: wrong })).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'policy.approvals' }],
    })
    await done(operations.savePolicy, { params, body: { policy: owned, revision } })
    const again = { params, body: { policy: owned, revision } }
    expect(await refused(operations.savePolicy, again)).toMatchObject({ code: 'stale' })
    expect(await refused(operations.deleteGroup, { params: place })).toMatchObject({ code: 'wrong-state' })

    const { params: one, request } = await proposed('Owned', [changed('owned')])
    await done(operations.submitChangeRequest, { as: 'author', params: one })
    const body = { verdict: 'approve', fingerprint: request.fingerprint }
    await done(operations.giveReview, { as: 'steward', params: one, body })
    expect(await refused(operations.publishChangeRequest, { as: 'steward', params: one })).toMatchObject({
      code: 'blocked',
      gates: [{ code: 'owner-missing', area: { group: { name: 'Order owners' } }, people: [{ id }] }],
    })
    const bypass = { bypass: { reason: 'The owner is at sea.' } }
    const { jobId } = await done(operations.publishChangeRequest, { params: one, body: bypass })
    expect(await ended(jobId)).toMatchObject({ status: 'succeeded' })
    await done(operations.savePolicy, { params, body: { policy, revision: revision + 1 } })
    await done(operations.deleteGroup, { params: place })
  })

  test('a publish that Segment refuses is resumed, or given up', async () => {
    const refuse = {
      match: { method: 'PATCH', path: `/tracking-plans/${plan}/rules` },
      times: null,
      do: 'status',
      status: 400,
      body: { errors: [{ type: 'bad-request', message: 'Not today.' }] },
    }
    await control('POST', '/faults', refuse)
    const first = await approved('Refused', [changed('refused')])
    expect(await published(first)).toMatchObject({ status: 'failed', error: { code: 'segment-refused' } })
    await control('DELETE', '/faults')
    expect(await ended((await done(operations.resumePublish, { params: first })).jobId)).toMatchObject({
      status: 'succeeded',
    })
    await control('POST', '/faults', refuse)
    const second = await approved('Refused again', [changed('refused again')])
    expect(await published(second)).toMatchObject({ status: 'failed' })
    await control('DELETE', '/faults')
    const { jobId } = await done(operations.abandonPublish, { params: second })
    expect(await ended(jobId ?? '')).toMatchObject({ status: 'succeeded' })
    expect(await done(operations.readChangeRequest, { params: second })).toMatchObject({ status: 'closed' })
  })

  test('drift is adopted as a request, or published over', async () => {
    const byHand = (rule: typeof order) => ({ ...rule, jsonSchema: { type: 'object', title: 'by hand' } })
    await control('PUT', `/plans/${plan}/rules`, { rules: rules.map(byHand) })
    await synced()
    const drift = await done(operations.readDrift, { params: { plan } })
    expect(drift.rules.map(({ kind }) => kind)).toEqual(['changed', 'changed'])
    const choices = drift.rules.map(({ rule }) => ({ rule, take: rule.key === odd.key ? 'theirs' : 'ours' }))
    const { number, jobId } = await done(operations.resolveDrift, { params: { plan }, body: { choices } })
    expect(await ended(jobId ?? '')).toMatchObject({ status: 'succeeded' })
    expect(await held(order.key)).toMatchObject({ description: 'refused' })
    const params = { plan, number: String(number) }
    expect(await done(operations.readChangeRequest, { params })).toMatchObject({
      edits: [{ key: odd.key, after: { title: 'by hand' } }],
    })
    const file = JSON.stringify({ rules: [changed('from a file')] })
    await done(operations.importPlan, { as: 'author', params: { plan }, rawBody: file })
  })

  test('a forwarded violation arrives, is counted, and its endpoint shows no secret again', async () => {
    const { id, sharedSecret } = await done(operations.createEndpoint, { body: { kind: 'violations' } })
    const list = await ask(operations.listEndpoints, { token: tokens.admin })
    expect(await list.text()).not.toContain(sharedSecret)
    const { resourceSchemaId } = (await control('PUT', '/plans/tp_shop/rules', { rules })) as {
      resourceSchemaId: string
    }
    const body = JSON.stringify({
      type: 'track',
      event: 'Violation Generated',
      messageId: 'm-0',
      timestamp: new Date().toISOString(),
      properties: {
        eventMessageID: 'm-1',
        eventName: order.key,
        eventType: 'track',
        sourceID: 'src',
        trackingPlanID: resourceSchemaId,
        violationDescription: 'total is required',
        violationField: 'properties.total',
        violationType: 'Required',
      },
    })
    const signature = createHmac('sha1', sharedSecret).update(body).digest('hex')
    const deliver = () =>
      webhook(
        new Request(`${origin}/hook`, { method: 'POST', headers: { 'X-Signature': signature }, body }),
        {
          params: Promise.resolve({ endpointId: id }),
        },
      )
    expect(await (await deliver()).json()).toMatchObject({ accepted: 1 })
    expect(await (await deliver()).json()).toMatchObject({ accepted: 0, duplicates: 1 })
    const { data } = await done(operations.listViolations, { query: `?plan=${plan}&key=Order%20Completed` })
    expect(data).toMatchObject([{ count: 1, type: 'required', pointer: '/properties/total' }])
    const params = { id: data[0]?.id ?? '' }
    await done(operations.readViolation, { params })
    expect((await done(operations.readViolationSeries, { params })).data).toMatchObject([{ count: 1 }])
    expect((await done(operations.rotateEndpoint, { params: { id } })).sharedSecret).not.toBe(sharedSecret)
    expect((await deliver()).status).toBe(401)
    await done(operations.deleteEndpoint, { params: { id } })
    expect((await deliver()).status).toBe(404)
  })

  test('what was done is on record, and the workspace can be forgotten', async () => {
    const audit = await done(operations.listAudit, { query: '?limit=200' })
    const actions = new Set(audit.data.map(({ action }) => action))
    for (const action of ['workspace-connected', 'plan-imported', 'publish-succeeded', 'drift-resolved'])
      expect(actions).toContain(action)
    const { intact, head } = await done(operations.verifyAudit)
    expect(intact).toBe(true)
    const query = `?head=${encodeURIComponent(head ?? '')}`
    expect(await done(operations.verifyAudit, { query })).toMatchObject({ intact: true })
    await done(operations.readOverview)
    await done(operations.readFrame)
    await done(operations.listJobs)
    const [workspace] = (await done(operations.listWorkspaces)).data
    await done(operations.removeWorkspace, { params: { id: workspace?.id ?? '' } })
    expect((await done(operations.listPlans)).data).toEqual([])
  })
})
