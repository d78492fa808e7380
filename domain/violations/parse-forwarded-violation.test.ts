import { describe, expect, test } from 'vitest'
import { parseForwardedViolation } from './parse-forwarded-violation'

const now = '2026-01-05T12:00:00.000Z'
const properties = {
  appVersion: '',
  eventMessageID: 'm-1',
  eventName: 'Seat Reserved',
  eventSentAt: '2026-01-05T10:00:00+01:00',
  eventTimestamp: '0001-01-01T00:00:00Z',
  eventType: 'track',
  sourceID: 'src1',
  sourceName: 'Web',
  sourceSlug: 'web',
  trackingPlanID: 'rs_x',
  trackingPlanName: 'Booking',
  violationDescription: 'Invalid type. Expected: number, given: string',
  violationField: 'properties.price',
  violationType: 'Invalid Type',
}
const call = (changes: object = {}, more: object = {}) => ({
  type: 'track',
  event: 'Violation Generated',
  messageId: 'forwarded-1',
  userId: 'schema-violations',
  context: { app: null, library: { name: 'analytics.js', version: '2.1' } },
  properties: { ...properties, ...changes },
  ...more,
})
const parsed = (changes: object = {}, more: object = {}) => {
  const parsing = parseForwardedViolation(call(changes, more), now)
  if (!parsing.ok) throw new Error(parsing.refusal.message)
  return parsing.occurrence
}

describe('parseForwardedViolation', () => {
  test('reads all that Segment tells', () => {
    expect(parsed()).toEqual({
      messageId: 'm-1',
      callType: 'track',
      event: 'Seat Reserved',
      at: '2026-01-05T09:00:00.000Z',
      type: 'invalid-type',
      rawType: 'Invalid Type',
      message: 'Invalid type. Expected: number, given: string',
      field: 'properties.price',
      appVersion: null,
      library: { name: 'analytics.js', version: '2.1' },
      source: { id: 'src1', name: 'Web', slug: 'web' },
      plan: { resourceSchemaId: 'rs_x', name: 'Booking' },
    })
  })

  test('an identify call has no event name', () => {
    expect(parsed({ eventType: 'identify', eventName: 'identify' }).event).toBeNull()
  })

  test('never believes a clock that runs ahead, and takes the next best instant', () => {
    expect(parsed({ eventTimestamp: '2031-01-01T00:00:00Z' }).at).toBe('2026-01-05T09:00:00.000Z')
    expect(parsed({ eventSentAt: 'soon', eventTimestamp: 5 }).at).toBe(now)
  })

  test('lives without context, field, description and plan', () => {
    const bare = { violationField: undefined, violationDescription: null, trackingPlanID: '', sourceName: 7 }
    expect(parsed(bare, { context: undefined })).toMatchObject({
      field: '(root)',
      message: '',
      library: null,
      source: { name: null },
      plan: { resourceSchemaId: null },
    })
  })

  test('cuts what is longer than anything of its kind, and between two characters', () => {
    const endless = '界'.repeat(100_000)
    const cut = parsed({
      eventName: endless,
      appVersion: endless,
      sourceID: endless,
      violationField: endless,
    })
    expect(cut).toMatchObject({
      event: '界'.repeat(666),
      appVersion: '界'.repeat(200),
      source: { id: '界'.repeat(200) },
      field: '界'.repeat(2_000),
    })
  })

  test('falls back on the id of the call when the event has none', () => {
    expect(parsed({ eventMessageID: '' }).messageId).toBe('forwarded-1')
  })

  test.each<[string, unknown, string]>([
    ['nothing', null, 'not-an-event'],
    ['text', 'Violation Generated', 'not-an-event'],
    ['another event', call({}, { event: 'Order Completed' }), 'not-a-violation'],
    ['another call', call({}, { type: 'identify' }), 'not-a-violation'],
    ['no properties', call({}, { properties: null }), 'missing-field'],
    ['no id at all', call({ eventMessageID: null }, { messageId: null }), 'missing-field'],
    ['no source', call({ sourceID: undefined }), 'missing-field'],
    ['no type', call({ violationType: '' }), 'missing-field'],
    ['an unknown call type', call({ eventType: 'alias' }), 'missing-field'],
  ])('refuses %s by name', (_name, body, code) => {
    expect(parseForwardedViolation(body, now)).toMatchObject({ ok: false, refusal: { code } })
  })
})
