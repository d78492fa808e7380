import { expect, test } from 'vitest'
import { liveChanges } from './live-changes'

const rule = { type: 'TRACK', key: 'Order Completed', version: 1 } as const
const schema = (required: readonly string[]) =>
  JSON.stringify({
    properties: { properties: { properties: { coupon: { type: 'string' } }, required } },
  })

const sentences = (before: string | null, after: string | null, newKey?: string) => {
  const changes = liveChanges({ rule, before, after, newKey })
  return changes.ok ? changes.sentences : changes.message
}

test('a change is told as it will be told to the reviewer', () => {
  expect(sentences(schema([]), schema(['coupon']))).toEqual(['coupon is required now'])
})

test('nothing changed says nothing', () => {
  expect(sentences(schema([]), schema([]))).toEqual([])
})

test('a rename, a removal and a new event are named', () => {
  expect(sentences(schema([]), schema([]), 'Order Paid')).toEqual(['It is called Order Paid now'])
  expect(sentences(schema([]), null)).toEqual(['The event is removed from the plan'])
  expect(sentences(null, schema([]))).toEqual(['The event is new'])
})

test('JSON that is not finished is told apart from no change', () => {
  expect(liveChanges({ rule, before: '{}', after: '{"a":', newKey: undefined })).toMatchObject({ ok: false })
})

test('another layout of the same JSON is named as that', () => {
  expect(sentences('{"a":1}', '{ "a": 1 }')).toEqual(['Only the layout of the JSON differs'])
})
