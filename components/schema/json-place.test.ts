import { json } from '@codemirror/lang-json'
import { EditorState } from '@uiw/react-codemirror'
import { expect, test } from 'vitest'
import { jsonPlace } from './json-place'

const text = '{ "a/b": { "c": [1, { "d": "e" }] }, "a": "a", "\\u0066": null }'

const at = (pointer: string, doc = text) => {
  const state = EditorState.create({ doc, extensions: [json()] })
  const { from, to } = jsonPlace(state, pointer)
  return doc.slice(from, to)
}

test.each([
  ['/a~1b', '"a/b"'],
  ['/a', '"a"'],
  ['/f', '"\\u0066"'],
  ['/a~1b/c', '"c"'],
  ['/a~1b/c/0', '1'],
  ['/a~1b/c/1/d', '"d"'],
  ['', text],
])('%s is %s', (pointer, expected) => expect(at(pointer)).toBe(expected))

test('what is not there is shown at what is nearest to it', () => {
  expect(at('/a~1b/x/y')).toBe('"a/b"')
  expect(at('/a~1b/c/7')).toBe('"c"')
})

test('a text that is being written has places as far as it can be read', () => {
  expect(at('/a/b', '{ "a": { "b": ')).toBe('"b"')
  expect(at('/a', '')).toBe('')
})
