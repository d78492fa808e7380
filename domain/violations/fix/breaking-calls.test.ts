import { expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import type { Json } from '../../plan/json'
import type { ReplayedCall } from '../../replay/replayed-call'
import { breakingCalls } from './breaking-calls'

const rule = aRule('Order Completed', {
  properties: {
    properties: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string' },
        kind: { type: 'string', enum: ['web', 'app'] },
        products: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } },
      },
    },
  },
})

const sent = (properties: Json, masked: readonly string[] = []): ReplayedCall => ({
  ...{ event: 'Order Completed', sourceId: 'web', sourceName: 'Web shop', appVersion: '', messageId: 'm' },
  ...{ at: '2026-01-05T08:30:00.000Z', weight: 1, stratum: 's', masked },
  call: { type: 'track', event: 'Order Completed', properties },
})

const kind = { pointer: '/properties/kind', type: 'enum' } as const

test('only calls that break this constraint are told, in their order, no more than asked for', () => {
  const calls: readonly Json[] = [
    { id: 'a', kind: 'tv' },
    { kind: 'web' },
    { id: 'b' },
    { id: 'c', kind: 'x' },
    { id: 'd', kind: 'y' },
  ]
  const found = breakingCalls(
    kind,
    [rule],
    calls.map((one) => sent(one)),
    2,
  )
  expect(found.map(({ index, got }) => [index, got?.value])).toEqual([
    [0, 'tv'],
    [3, 'x'],
  ])
})

test('a call that may only break it because it is masked is uncertain, and comes last', () => {
  const found = breakingCalls(
    kind,
    [rule],
    [sent({ id: 'a', kind: 'xxx' }, ['/properties/kind']), sent({ id: 'x', kind: 'tv' }, ['/properties/id'])],
    5,
  )
  expect(found).toMatchObject([
    { index: 1, isUncertain: false, got: { isMasked: false } },
    { index: 0, isUncertain: true, got: { isMasked: true } },
  ])
})

test('a type is certain though the value is masked; what is missing and what is in a list has no one value', () => {
  const price = { pointer: '/properties/products/*/price', type: 'invalid-type' } as const
  const masked = sent({ id: 'a', products: [{ price: 1 }, { price: 'x' }] }, ['/properties/products/1/price'])
  expect(breakingCalls(price, [rule], [masked], 5)).toMatchObject([{ isUncertain: false, got: null }])
  const missing = { pointer: '/properties/id', type: 'required' } as const
  expect(breakingCalls(missing, [rule], [sent({})], 5)).toMatchObject([{ got: null, isUncertain: false }])
})
