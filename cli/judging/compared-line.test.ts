import { expect, it } from 'vitest'
import { comparedLine, unknownLine } from './compared-line'

const compared = (text: string, plannedNames = false) => comparedLine(text, { plannedNames })

it('answers under the id of the pair, with a witness where there is one', () => {
  expect(compared('{"id":"a","old":{"type":"null"},"new":true}')).toMatchObject({ id: 'a', verdict: 'safe' })
  const breaking = compared('{"id":7,"old":{"const":null},"new":false}')
  expect(breaking).toMatchObject({ id: 7, verdict: 'breaking', witness: null })
})

it('leaves out an id that the pair does not have', () => {
  expect(Object.keys(compared('{"old":true,"new":true}'))).toEqual(['verdict', 'reason'])
})

it('reads names as planned only when asked to', () => {
  const text = '{"old":{"properties":{"a":{}}},"new":{"properties":{"a":{},"b":{"type":"null"}}}}'
  expect([compared(text).verdict, compared(text, true).verdict]).toEqual(['breaking', 'safe'])
})

it('does not look at schemas that are too deep or ambiguous, and says so', () => {
  const deep = `${'{"not":'.repeat(200)}{}${'}'.repeat(200)}`
  expect(compared(`{"id":1,"old":${deep},"new":true}`)).toMatchObject({ id: 1, verdict: 'unknown' })
  expect(compared('{"id":2,"old":{"type":"null","type":"string"},"new":true}')).toMatchObject({
    verdict: 'unknown',
  })
})

it.each(['{"old":', '[1]', '{"old":true}'])('complains of %s, which is no pair', (text) => {
  expect(compared(text)).toMatchObject({ verdict: 'unknown', complaint: expect.any(String) })
})

it.each([
  ['{"id":"x","old":{"enum":["cut o', 'x'],
  ['{ "id" : 12, "old": tru', 12],
  ['{"old":true,"id":"x"}', 'x'],
  ['{"old":{"enum":["cut o', undefined],
])('tells what was not compared by its id where that can be told: %s', (text, id) => {
  const answer = unknownLine(text, 'Too long.')
  expect(answer).toEqual({
    ...(id !== undefined && { id }),
    verdict: 'unknown',
    reason: 'Too long.',
  })
})
