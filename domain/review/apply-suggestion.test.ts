import { expect, test } from 'vitest'
import { applySuggestion, suggestibleText } from './apply-suggestion'

const after =
  '{"type":"object","properties":{"total":{"type":"number"},"n":{"maximum":12345678901234567890}}}'

test('the schema at the place is replaced, and every digit elsewhere stays', () =>
  expect(
    applySuggestion({ after }, '/total', '{ "type": "integer", "maximum": 98765432109876543210 }'),
  ).toEqual({
    ok: true,
    schemaText:
      '{"type":"object","properties":{"total":{"type":"integer","maximum":98765432109876543210},"n":{"maximum":12345678901234567890}}}',
  }))

test('a place in what a list holds is found', () => {
  const list = '{"properties":{"items":{"items":{"properties":{"sku":{}}}}}}'
  expect(applySuggestion({ after: list }, '/items/*/sku', '{"type":"string"}')).toMatchObject({
    schemaText: '{"properties":{"items":{"items":{"properties":{"sku":{"type":"string"}}}}}}',
  })
})

test.each([
  ['{"description":"Sent once."}', '{"description":"Sent once.","labels":{"team":"a"},"n":1}'],
  ['{"labels":{"team":"b"}}', '{"description":"Sent.","labels":{"team":"b"},"n":1}'],
  ['{"description":null,"labels":null}', '{"n":1}'],
])('of the event itself, %s changes the words and nothing else', (suggestion, schemaText) =>
  expect(
    applySuggestion({ after: '{"description":"Sent.","labels":{"team":"a"},"n":1}' }, '', suggestion),
  ).toEqual({
    ok: true,
    schemaText,
  }),
)

test.each([
  ['of a rule that is removed', null, '/total', '{}'],
  ['of a property that is not there', after, '/sum', '{}'],
  ['of nothing about the event itself', after, '', '{}'],
  ['of the schema of the event itself', after, '', '{"description":"x","type":"object"}'],
  ['of a description that is no text', after, '', '{"description":1}'],
  ['of labels that are no texts', after, '', '{"labels":{"team":1}}'],
  ['that is no JSON', after, '/total', '{'],
  ['that is no schema', after, '/total', '"string"'],
  ['that is a list', after, '/total', '[]'],
])('a suggestion %s is refused', (_, text, pointer, suggestion) =>
  expect(applySuggestion({ after: text }, pointer, suggestion)).toMatchObject({ ok: false }),
)

test('a suggestion begins with what stands there, where one can be made', () => {
  expect(suggestibleText({ after }, '/total')).toBe('{\n  "type": "number"\n}')
  expect(suggestibleText({ after }, '/n')).toContain('12345678901234567890')
  expect(suggestibleText({ after }, '/sum')).toBeNull()
  expect(suggestibleText({ after: '{"description":"Sent.","labels":{"team":"a"}}' }, '')).toBe(
    '{\n  "description": "Sent.",\n  "labels": {\n    "team": "a"\n  }\n}',
  )
})
