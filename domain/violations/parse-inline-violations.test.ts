import { describe, expect, test } from 'vitest'
import { occurrenceKey } from './occurrence-key'
import { parseForwardedViolation } from './parse-forwarded-violation'
import { parseInlineViolations } from './parse-inline-violations'
import { violationPointer } from './violation-pointer'

const now = '2026-01-05T12:00:00.000Z'
const violation = { type: 'Required', field: 'properties.sku', description: 'properties.sku is required' }
const event = (protocols: object | undefined, more: object = {}) => ({
  type: 'track',
  event: 'Seat Reserved',
  messageId: 'm-1',
  timestamp: '2026-01-05T10:00:00.000Z',
  context: { app: { version: '4.2' }, protocols },
  ...more,
})

describe('parseInlineViolations', () => {
  test('reads every violation and every name that was taken away', () => {
    const parsing = parseInlineViolations(
      event({
        sourceId: 'src1',
        violations: [violation, { field: 'x' }],
        omitted: ['colour', 'properties.size'],
      }),
      now,
    )
    expect(parsing).toMatchObject({
      ok: true,
      occurrences: [
        {
          type: 'required',
          field: 'properties.sku',
          messageId: 'm-1',
          appVersion: '4.2',
          source: { id: 'src1' },
        },
        { type: 'unplanned-property', field: 'properties.colour', rawType: 'omitted' },
        { type: 'unplanned-property', field: 'properties.size' },
      ],
    })
  })

  test('one constraint broken by one call has one key by either route', () => {
    const inline = parseInlineViolations(event({ sourceId: 's', violations: [violation] }), now)
    const forwarded = parseForwardedViolation(
      {
        type: 'track',
        event: 'Violation Generated',
        messageId: 'another',
        properties: {
          eventMessageID: 'm-1',
          eventType: 'track',
          sourceID: 's',
          violationType: 'required',
          violationField: 'properties',
          violationDescription: 'sku is required',
        },
      },
      now,
    )
    if (!inline.ok || !forwarded.ok) throw new Error('refused')
    const keys = [...inline.occurrences, forwarded.occurrence].map((o) =>
      occurrenceKey(o, violationPointer(o, null)),
    )
    expect(new Set(keys).size).toBe(1)
  })

  test.each<[string, unknown, string]>([
    ['no event', 7, 'not-an-event'],
    ['an event without violations', event(undefined), 'not-a-violation'],
    ['empty lists', event({ sourceId: 's', violations: [], omitted: 'x' }), 'not-a-violation'],
    ['no source', event({ violations: [violation] }), 'missing-field'],
    ['no message id', event({ sourceId: 's', violations: [violation] }, { messageId: 1 }), 'missing-field'],
    ['no call type', event({ sourceId: 's', violations: [violation] }, { type: 'alias' }), 'missing-field'],
  ])('refuses %s by name', (_name, body, code) => {
    expect(parseInlineViolations(body, now)).toMatchObject({ ok: false, refusal: { code } })
  })
})
