import { describe, expect, test } from 'vitest'
import type { EditInput } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import {
  author,
  create,
  edit,
  failure,
  name,
  other,
  plan,
  review,
  save,
  schema,
  steward,
  submitted,
  withPlan,
  world,
} from './change-request-life.cases'
import { closeChangeRequest } from './close-change-request'
import { describeChangeRequest } from './describe-change-request'
import { listChangeRequests } from './list-change-requests'
import { reopenChangeRequest } from './reopen-change-request'
import { submitChangeRequest } from './submit-change-request'
import { withdrawChangeRequest } from './withdraw-change-request'

withPlan()

describe('edits', () => {
  test('keep the exact text, show the semantic diff, and drop what changes nothing', async () => {
    const schemaText = '{ "description": "New",\n "type": "object" }'
    const request = await create(
      edit('A', schema('New'), { schemaText }),
      edit('B', { description: 'B', type: ['object'] }),
    )
    expect(request.edits).toHaveLength(1)
    expect(request.edits[0]).toMatchObject({ key: 'A', afterText: schemaText, by: 'Ann Author' })
    expect(request.changes).toMatchObject([{ kind: 'description-changed', senders: 'documentation' }])
    expect(request.checks.map(({ name: check, status }) => [check, status])).toEqual([
      ['schema', 'completed'],
      ['up-to-date', 'completed'],
      ['segment-limits', 'completed'],
      ['compatibility', 'queued'],
      ['lint', 'queued'],
      ['replay', 'queued'],
    ])
  })

  const bad: readonly (readonly [string, EditInput[], string])[] = [
    ['two edits of one rule', [edit('A', null), edit('A', schema('x'))], 'edits.1'],
    ['removing what is not there', [edit('Nowhere', null)], 'edits.0.key'],
    ['renaming what is not there', [edit('Nowhere', {}, { newKey: 'X' })], 'edits.0.newKey'],
    ['a name that is taken', [edit('A', schema('A'), { newKey: 'B' })], 'edits.0'],
    ['a key on a rule without', [edit('x', {}, { type: 'IDENTIFY' })], 'edits.0.key'],
    ['an event without a key', [edit('x', {}, { key: null })], 'edits.0.key'],
    ['version 0', [edit('x', {}, { version: 0 })], 'edits.0.version'],
    ['a text that says something else', [edit('A', {}, { schemaText: '{"a":1}' })], 'edits.0.schemaText'],
    ['a text that is no JSON', [edit('A', {}, { schemaText: '{' })], 'edits.0.schemaText'],
    ['a key that no database can hold', [edit('x\u0000', {})], 'edits.0.key'],
    ['a name longer than an index holds', [edit('界'.repeat(700), {})], 'edits.0.key'],
    ['such a new name', [edit('A', {}, { newKey: '界'.repeat(700) })], 'edits.0'],
    ['numbers that JSON rounds', [edit('Big', { type: 'object' })], 'edits.0.jsonSchema'],
  ]
  test.each(bad)('refuse %s, by field', async (_what, edits, path) => {
    const refused = await failure(create(...edits))
    expect(refused).toMatchObject({ code: 'invalid-input', fields: [{ path }] })
  })

  test('of somebody else are for stewards', async () => {
    const request = await create(edit('A', schema('x')))
    const stranger = await world.as('contributor', 'Bo')
    expect(await failure(save(stranger, request))).toMatchObject({ code: 'not-allowed' })
    expect(await failure(create.call(null, edit('A', null)).then(() => null))).toBeNull()
    expect((await save(steward, request, edit('A', schema('y')))).edits[0]).toMatchObject({
      by: 'Sue Steward',
    })
  })

  test('that somebody has not seen are not overwritten', async () => {
    const request = await create(edit('A', schema('x')))
    await save(author, request, edit('A', schema('y')))
    expect(await failure(save(steward, request, edit('A', null)))).toMatchObject({
      code: 'stale',
      current: { edits: [{ after: { description: 'y' } }] },
    })
  })

  test('a schema that is no object, or a pattern Segment cannot read, shows in the checks', async () => {
    const pattern = { type: 'object', properties: { a: { pattern: '^(?!x)' } } }
    const request = await submitted(edit('A', true), edit('B', pattern))
    expect(request.checks.slice(0, 3).map(({ conclusion }) => conclusion)).toEqual(['block', 'pass', 'warn'])
    expect(request.gates.map(({ code }) => code)).toContain('check-failed')
  })
})

describe('states', () => {
  test('submit, withdraw, close and reopen, each written to the timeline', async () => {
    const request = await submitted(edit('A', schema('a')))
    await withdrawChangeRequest(author, name(request))
    expect(await failure(review(steward, request, 'approve'))).toMatchObject({ code: 'wrong-state' })
    await closeChangeRequest(author, name(request))
    expect(await failure(save(author, request))).toMatchObject({ code: 'wrong-state', status: 'closed' })
    const reopened = await reopenChangeRequest(author, name(request))
    expect(reopened.status).toBe('draft')
    expect(reopened.timeline.map(({ kind }) => kind)).toEqual([
      'change-request-created',
      'change-request-submitted',
      'change-request-withdrawn',
      'change-request-closed',
      'change-request-reopened',
    ])
    expect(await failure(withdrawChangeRequest(author, name(request)))).toMatchObject({
      code: 'wrong-state',
    })
  })

  test('an empty request is not submitted; title and description can change', async () => {
    const request = await create()
    expect(await failure(submitChangeRequest(author, name(request)))).toMatchObject({
      code: 'blocked',
      gates: [{ code: 'no-edits' }],
    })
    const described = await describeChangeRequest(author, { ...name(request), title: 'Better' })
    expect(described).toMatchObject({ title: 'Better', description: '' })
  })

  test('lists by status and author, and what waits for whom', async () => {
    const request = await submitted(edit('A', schema('a')))
    await create(edit('B', null))
    const list = async (ctx: Context, query: object) =>
      (await listChangeRequests(ctx, { plan, limit: 50, ...query })).data.map(({ number }) => number)
    expect(await list(steward, {})).toHaveLength(2)
    expect(await list(steward, { status: 'in-review,approved' })).toEqual([request.number])
    expect(await list(steward, { author: 'me' })).toEqual([])
    expect(await list(steward, { waitingForMe: true })).toEqual([request.number])
    expect(await list(author, { waitingForMe: true })).toEqual([])
    await review(steward, request, 'approve')
    expect(await list(other, { waitingForMe: true })).toEqual([])
    expect(await failure(list(steward, { status: 'nonsense' }))).toMatchObject({ code: 'invalid-input' })
  })
})
