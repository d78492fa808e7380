import { describe, expect, test } from 'vitest'
import { failureOf } from '@/testing/sandbox-world'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { readChangeRequest } from '../change-requests/read-change-request'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { listFixedViolations } from '../violations/list-fixed-violations'
import { readViolation } from '../violations/read-violation'
import { fixViolation } from './fix-violation'
import { plan, publishing, record, reported, schema, started, suggestionOf, withFixes } from './fixes.cases'
import { listSuggestions } from './list-suggestions'

withFixes()

describe('a fix in the plan', () => {
  test('opens a change request in the facts’ words, and publishing it moves the violation on', async () => {
    await record([1, null, null])
    const id = await reported()
    const { number } = await fixViolation(publishing.author, {
      id,
      suggestion: await suggestionOf(id, 'allow-null'),
    })
    const draft = await readChangeRequest(publishing.author, started.name(number))
    expect(draft).toMatchObject({
      title: 'Let “total” be null in Order Completed',
      status: 'draft',
      // Plain text, as it is shown: no marks of another notation.
      description: expect.stringMatching(
        /^Ends the violation “[^”]+” at \/properties\/[\w/]+ in Order Completed\.\n/,
      ),
      edits: [{ key: 'Order Completed' }],
    })
    expect(draft.description).toContain('2 cleared, 0 still broken')
    expect(await readViolation(publishing.author, { id })).toMatchObject({
      status: 'fix-planned',
      changeRequest: number,
    })

    await checked(publishing.world.ctx, draft)
    const submitted = await submitChangeRequest(publishing.author, started.name(number))
    await giveReview(publishing.steward, {
      ...started.name(number),
      verdict: 'approve',
      fingerprint: submitted.fingerprint,
    })
    const jobId = await started.claim(number)
    await started.runUntilItEnds(number, jobId)
    expect(await started.request(number)).toMatchObject({ status: 'published' })
    expect(await readViolation(publishing.author, { id })).toMatchObject({ status: 'waiting-for-rollout' })
  })

  test('plans an event that nobody planned', async () => {
    await record([1, 2], { event: 'Cart Viewed', planned: false })
    const id = await reported({
      ruleKey: 'Cart Viewed',
      ruleVersion: null,
      pointer: '/event',
      type: 'unplanned-event',
    })
    const { number } = await fixViolation(publishing.author, {
      id,
      suggestion: await suggestionOf(id, 'add-event'),
    })
    const { edits } = await readChangeRequest(publishing.author, started.name(number))
    expect(edits).toMatchObject([
      {
        key: 'Cart Viewed',
        before: null,
        after: { properties: { properties: { properties: { total: { type: 'number' } } } } },
      },
    ])
  })

  test('goes into a request that edits the event already, merged with what it changes', async () => {
    await record([1, null])
    const id = await reported()
    const described = { ...schema({ type: 'number' }), description: 'Said otherwise' }
    const open = await createChangeRequest(publishing.author, {
      ...{ plan, title: 'Say it otherwise' },
      edits: [{ type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: described }],
    })
    expect(await listSuggestions(publishing.author, { id })).toMatchObject({
      openRequests: [{ number: open.number, title: 'Say it otherwise', canEdit: true }],
    })
    const suggestion = await suggestionOf(id, 'allow-null')
    expect(await fixViolation(publishing.author, { id, suggestion, addTo: open.number })).toEqual({
      number: open.number,
    })
    const { edits } = await readChangeRequest(publishing.author, started.name(open.number))
    expect(edits).toMatchObject([
      {
        after: {
          description: 'Said otherwise',
          properties: { properties: { properties: { total: { type: ['number', 'null'] } } } },
        },
      },
    ])
    expect(await readViolation(publishing.author, { id })).toMatchObject({ changeRequest: open.number })
  })

  test('shows the violations that a request is to end, and no other', async () => {
    await record([1, null])
    const id = await reported()
    await reported({ pointer: '/properties/currency', type: 'required' })
    const { number } = await fixViolation(publishing.author, {
      id,
      suggestion: await suggestionOf(id, 'allow-null'),
    })
    const { data, nextCursor } = await listFixedViolations(publishing.author, {
      ...started.name(number),
      limit: 50,
    })
    expect(nextCursor).toBeNull()
    expect(data).toMatchObject([{ id, pointer: '/properties/total', status: 'fix-planned', count: 1 }])
    expect(
      await failureOf(listFixedViolations(publishing.author, { ...started.name(999), limit: 50 })),
    ).toMatchObject({ code: 'not-found' })
  })

  test('does not go into a request that changes the same place', async () => {
    await record([1, null])
    const id = await reported()
    const open = await createChangeRequest(publishing.author, {
      ...{ plan, title: 'A text' },
      edits: [{ type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: null }],
    })
    const suggestion = await suggestionOf(id, 'allow-null')
    expect(
      await failureOf(fixViolation(publishing.author, { id, suggestion, addTo: open.number })),
    ).toMatchObject({ code: 'wrong-state', detail: expect.stringContaining('same place') })
    expect(await readViolation(publishing.author, { id })).toMatchObject({ status: 'open' })
  })

  test('is for those who may propose, of what is suggested, and in the plan', async () => {
    const id = await reported()
    const viewer = await publishing.world.as('viewer')
    const suggestion = await suggestionOf(id, 'fix-in-code')
    expect(await failureOf(fixViolation(viewer, { id, suggestion }))).toMatchObject({ code: 'not-allowed' })
    expect(await failureOf(fixViolation(publishing.author, { id, suggestion }))).toMatchObject({
      code: 'wrong-state',
    })
    expect(await failureOf(fixViolation(publishing.author, { id, suggestion: 'nothing' }))).toMatchObject({
      code: 'stale',
    })
  })
})
