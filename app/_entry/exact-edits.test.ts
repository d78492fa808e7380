import { expect, test } from 'vitest'
import { exactEdits } from './exact-edits'

const through = (text: string) => exactEdits(text, JSON.parse(text))

test('numbers that JavaScript rounds reach the edit as they were sent', () => {
  const text =
    '{"edits":[{"key":"A","jsonSchema":{"maximum":12345678901234567890,"default":0.10}},{"jsonSchema":null}]}'
  expect(through(text)).toMatchObject({
    edits: [{ key: 'A', schemaText: expect.stringContaining('12345678901234567890') }, { jsonSchema: null }],
  })
})

test('a key named __proto__ stays a key', () => {
  const body = through('{"edits":[{"jsonSchema":{"properties":{"__proto__":{"type":"string"}}}}]}')
  expect(JSON.stringify(body)).toContain('__proto__')
  expect(body).toMatchObject({ edits: [{ schemaText: expect.stringContaining('"__proto__"') }] })
})

test('the text that the sender gave stands', () => {
  const text = '{"edits":[{"jsonSchema":{},"schemaText":"{ }"}]}'
  expect(through(text)).toEqual(JSON.parse(text))
})

test.each(['{"edits":"none"}', '{"title":"no edits"}', '[1]', 'null'])(
  '%s has no edits and stays',
  (text) => {
    expect(through(text)).toEqual(JSON.parse(text))
  },
)

test('a key that stands twice is refused by name', () => {
  expect(() => through('{"edits":[{"jsonSchema":{"type":"string","type":"number"}}]}')).toThrow(
    expect.objectContaining({ failure: { code: 'malformed', detail: expect.stringContaining('"type"') } }),
  )
})
