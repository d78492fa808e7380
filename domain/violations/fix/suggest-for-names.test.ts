import { describe, expect, test } from 'vitest'
import { suggestFixes } from './suggest-fixes'
import { broken, effectOf, event, kinds, number, schemaAfter, sent, times } from './suggest-fixes.cases'

describe('what is missing', () => {
  const rule = event({ total: { type: 'number' } }, { required: ['total'] })
  const constraint = broken({ type: 'required', message: 'properties.total is required' })

  test('need not be sent, or is to be sent by the code, with the place', () => {
    const context = { library: { name: 'analytics.js', version: '2.0' }, page: { path: '/checkout' } }
    const calls = [...times(3, () => sent({}, {}, context)), sent({ total: 1 })]
    const found = suggestFixes(constraint, [rule], calls)
    expect(kinds(found)).toEqual(['make-optional', 'fix-in-code'])
    expect(found[1]).toMatchObject({
      title: 'Send “total” (number)',
      places: [
        { source: 'Web shop', appVersion: '5.0.0', library: 'analytics.js 2.0', from: '/checkout', calls: 3 },
      ],
    })
  })

  test('in newer apps only: a new version of the event is offered, judged as if they sent it', () => {
    const calls = [
      ...times(20, () => sent({ total: 1 }, { appVersion: '4.9.0' })),
      ...times(5, () => sent({}, { appVersion: '5.0.0' })),
      ...times(5, () => sent({}, { appVersion: '5.1.0' })),
    ]
    const found = suggestFixes(constraint, [rule], calls)
    const versioned = found.find(({ kind }) => kind === 'new-version')
    expect(versioned).toMatchObject({
      title: 'New version 2 of “Order Completed” for apps from 5.0.0',
      fromAppVersion: '5.0.0',
      edits: [{ version: 2, before: null }],
    })
    expect(effectOf(found, 'new-version')).toMatchObject({
      cleared: { value: 10 },
      newlyBroken: { value: 0 },
    })
  })

  test('in older apps only: it ends by itself', () => {
    const calls = [
      ...times(4, () => sent({}, { appVersion: '4.9.0' })),
      ...times(4, () => sent({ total: 1 }, { appVersion: '5.0.0' })),
    ]
    const [first] = suggestFixes(constraint, [rule], calls)
    expect(first).toMatchObject({
      kind: 'fix-in-code',
      detail: expect.stringContaining('Apps from 5.0.0 send it right'),
    })
  })
})

describe('what nobody planned', () => {
  const unplanned = broken({ type: 'unplanned-property', pointer: '/properties/coupon', message: '' })

  test('a property is added with what its values look like, narrowest first', () => {
    const calls = times(30, (i) => sent({ total: 1, coupon: i % 2 ? 'SUMMER' : 'WINTER' }))
    const found = suggestFixes(unplanned, [number], calls)
    expect(kinds(found)).toEqual(['add-property', 'add-property', 'allow-anything', 'fix-in-code'])
    expect(schemaAfter(found, 'add-property').properties.coupon).toEqual({
      type: 'string',
      enum: ['SUMMER', 'WINTER'],
    })
  })

  test('a property in another spelling is mended in the code', () => {
    const found = suggestFixes(
      broken({ ...unplanned, pointer: '/properties/Total' }),
      [number],
      times(3, () => sent({ Total: 1 })),
    )
    expect(found[0]).toMatchObject({ kind: 'fix-in-code', title: 'Send “total” instead of “Total”' })
  })

  test('a property inside a list is added where it stands', () => {
    const list = event({
      items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    })
    const found = suggestFixes(
      broken({ ...unplanned, pointer: '/properties/items/*/size' }),
      [list],
      times(3, () => sent({ items: [{ sku: 'a', size: 4 }] })),
    )
    expect(effectOf(found, 'add-property')).toMatchObject({
      cleared: { value: 3 },
      stillBroken: { value: 0 },
    })
  })

  test('an event is added with the properties that are sent', () => {
    const constraint = broken({ type: 'unplanned-event', key: 'Cart Viewed', pointer: '/event', message: '' })
    const calls = times(6, (i) => sent({ total: i, note: i === 0 ? 'n/a' : 7 }, { event: 'Cart Viewed' }))
    const found = suggestFixes(constraint, [number], calls)
    expect(kinds(found)).toEqual(['add-event', 'fix-in-code'])
    expect(schemaAfter(found, 'add-event')).toMatchObject({
      properties: { total: { type: 'number' }, note: { type: 'number' } },
    })
    // The placeholder is still caught, for its type.
    expect(effectOf(found, 'add-event')).toMatchObject({ cleared: { value: 6 }, valid: { value: 5 } })
  })
})
