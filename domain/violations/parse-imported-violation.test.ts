import { describe, expect, it } from 'vitest'
import { parseImportedViolation } from './parse-imported-violation'

const now = '2026-01-05T10:00:00.000Z'
const source = { id: 'src1', name: 'Web' }
const forwarded = {
  type: 'track',
  event: 'Violation Generated',
  messageId: 'v-1',
  properties: {
    eventMessageID: 'm-1',
    eventName: 'Seat Reserved',
    eventType: 'track',
    eventTimestamp: '2026-01-05T09:00:00Z',
    sourceID: 'src9',
    violationType: 'Required',
    violationField: 'properties',
    violationDescription: 'seat_no is required',
    trackingPlanID: 'rs_x',
    appVersion: '4.2.0',
  },
}
/** The same in the warehouse. */
const row = {
  id: 'v-1',
  event_message_id: 'm-1',
  event_name: 'Seat Reserved',
  event_type: 'track',
  event_timestamp: '2026-01-05T09:00:00Z',
  source_id: 'src9',
  violation_type: 'Required',
  violation_field: 'properties',
  violation_description: 'seat_no is required',
  tracking_plan_id: 'rs_x',
  app_version: '4.2.0',
}

describe('a record of a file', () => {
  it('is the same violation as a forwarded event and as a row of the warehouse', () => {
    const event = parseImportedViolation(forwarded, { now, source: null })
    expect(event).toMatchObject({ ok: true, occurrences: [{ messageId: 'm-1', source: { id: 'src9' } }] })
    expect(parseImportedViolation(row, { now, source: null })).toEqual(event)
  })

  it('is of the source that is named where it does not say', () => {
    const { source_id: _, ...nameless } = row
    expect(parseImportedViolation(nameless, { now, source })).toMatchObject({
      ok: true,
      occurrences: [{ source: { id: 'src1', name: 'Web' } }],
    })
    expect(parseImportedViolation(nameless, { now, source: null })).toMatchObject({ ok: false })
  })

  it('may be an event that carries what Segment found', () => {
    const event = {
      type: 'track',
      event: 'Seat Reserved',
      messageId: 'm-2',
      context: {
        protocols: { sourceId: 'src9', violations: [{ type: 'Required', field: 'x', description: '' }] },
      },
    }
    expect(parseImportedViolation(event, { now, source: null })).toMatchObject({
      ok: true,
      occurrences: [{ messageId: 'm-2', type: 'required' }],
    })
  })

  const validated = {
    line: 3,
    messageId: 'm-3',
    occurrences: [
      {
        type: 'required',
        pointer: '/properties/seat_no',
        message: 'seat_no is required',
        rule: { type: 'TRACK', key: 'Seat Reserved', version: 1 },
      },
    ],
  }

  it('may be a line of plumbline validate, with what was uploaded of the call', () => {
    const call = {
      type: 'track',
      event: 'Seat Reserved',
      at: '2026-01-05T09:00:00.000Z',
      appVersion: '4.2.0',
    }
    expect(parseImportedViolation({ ...validated, call }, { now, source })).toMatchObject({
      ok: true,
      occurrences: [
        {
          event: 'Seat Reserved',
          pointer: '/properties/seat_no',
          at: '2026-01-05T09:00:00.000Z',
          appVersion: '4.2.0',
          rawType: '',
          source: { id: 'src1' },
        },
      ],
    })
    expect(parseImportedViolation(validated, { now, source })).toMatchObject({
      ok: true,
      occurrences: [{ event: 'Seat Reserved', callType: 'track', at: now }],
    })
  })

  it.each<[string, unknown, RegExp]>([
    ['no object', [1], /no JSON object/],
    [
      'a call that is fine',
      { type: 'track', event: 'Seat Reserved', messageId: 'm' },
      /tells of no violation/,
    ],
    ['a row without a type', { event_message_id: 'm-1', event_type: 'track' }, /violationType is missing/],
    ['a validated line without an id', { ...validated, messageId: undefined }, /no messageId/],
    [
      'a validated line of the common rule alone',
      {
        ...validated,
        occurrences: [{ type: 'required', pointer: '', message: '', rule: { type: 'COMMON' } }],
      },
      /which call it is of/,
    ],
    [
      'a validated line of an odd type',
      { ...validated, occurrences: [{ type: 'odd' }] },
      /no type that is known/,
    ],
  ])('is refused when it is %s', (_, record, reason) => {
    expect(parseImportedViolation(record, { now, source })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason),
    })
  })

  it('of plumbline validate is refused where no source is named', () => {
    expect(parseImportedViolation(validated, { now, source: null })).toMatchObject({ ok: false })
  })
})
