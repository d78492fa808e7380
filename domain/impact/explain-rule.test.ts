import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import { explainRule } from './explain-rule'

const event = (properties: Readonly<Record<string, Json>>, more: Readonly<Record<string, Json>> = {}) =>
  aRule('A', JSON.stringify({ properties: { properties: { type: 'object', properties, ...more } } }))
const explained = (before: ReturnType<typeof event> | null, after: ReturnType<typeof event> | null) =>
  explainRule(before, after).map(({ change, verdict, witness, refusals, pure }) => ({
    kind: change.kind,
    senders: verdict.senders.level,
    ...(witness === undefined ? {} : { witness, refusals }),
    ...(pure ? { pure } : {}),
  }))

describe('explainRule', () => {
  test('says where in its message a break is refused, and why', () => {
    expect(explained(event({ total: { type: 'number' } }), event({ total: { type: 'string' } }))).toEqual([
      {
        kind: 'type-changed',
        senders: 'breaking',
        witness: { properties: { total: expect.any(Number) } },
        refusals: [
          {
            pointer: '/properties/total',
            message: expect.stringContaining('Invalid type. Expected: string'),
          },
        ],
      },
    ])
  })

  test('gives each of several breaks a message of its own', () => {
    const before = event({ total: { type: 'number' }, method: { enum: ['card', 'cash'] }, coupon: {} })
    const after = event(
      { total: { type: 'string' }, method: { enum: ['card'] }, coupon: {} },
      { required: ['coupon'] },
    )
    const places = explainRule(before, after).map(({ change, refusals }) => [
      'pointer' in change ? change.pointer : '',
      refusals?.map(({ pointer }) => pointer),
    ])
    for (const [pointer, refused] of places) expect(refused).toContain(pointer)
    expect(places).toHaveLength(3)
  })

  test('shows who is hurt by a new name that is safe for everybody who follows the plan', () => {
    const [change, ...others] = explained(
      event({ total: {} }),
      event({ total: {}, coupon: { type: 'string' } }),
    )
    expect(others).toEqual([])
    expect(change).toMatchObject({
      kind: 'property-added',
      senders: 'safe',
      pure: { refusals: [{ pointer: '/properties/coupon' }] },
    })
    expect(change?.pure?.witness).toHaveProperty(['properties', 'coupon'])
  })

  test('shows it beside another break of the same rule as well', () => {
    const changes = explained(
      event({ total: { type: 'number' } }),
      event({ total: { type: 'string' }, coupon: { type: 'string' } }),
    )
    expect(changes).toMatchObject([
      { kind: 'property-added', senders: 'safe', pure: { refusals: [{ pointer: '/properties/coupon' }] } },
      { kind: 'type-changed', senders: 'breaking', refusals: [{ pointer: '/properties/total' }] },
    ])
    expect(changes[1]).not.toHaveProperty('pure')
  })

  test('shows what a closed list of names refuses when JSON Schema is taken at its word', () => {
    expect(
      explained(event({ total: {} }), event({ total: {} }, { additionalProperties: false })),
    ).toMatchObject([{ kind: 'names-closed', senders: 'safe', pure: { witness: { properties: {} } } }])
  })

  test('says nothing of the kind where every value of the new name is fine', () => {
    expect(explained(event({ total: {} }), event({ total: {}, coupon: {} }))).toEqual([
      { kind: 'property-added', senders: 'safe' },
    ])
  })

  test('compares a rule that was renamed', () => {
    const renamed = { ...event({ total: { type: 'string' } }), key: 'B' }
    expect(explained(event({ total: { type: 'number' } }), renamed)).toMatchObject([
      { kind: 'rule-renamed' },
      { kind: 'type-changed', witness: { properties: {} } },
    ])
  })

  test('judges a defective schema by what is left of it', () => {
    const before = event({ total: { type: ['number', null] } })
    const after = event({ total: { type: ['number', 'null'] } })
    expect(explained(before, after)).toMatchObject([
      { senders: 'breaking', refusals: [{ pointer: '/properties/total' }] },
    ])
  })

  test('a rule that came or went has nothing to be compared with', () => {
    expect(explained(null, event({}))).toEqual([{ kind: 'rule-added', senders: 'safe' }])
    expect(explained(event({}), null)).toEqual([{ kind: 'rule-removed', senders: 'breaking' }])
  })
})
