import { describe, expect, it } from 'vitest'
import { asSent, disagreements, type Found, takenAway } from './disagreements'

const found = (pointer: string, type: Found['type'] = 'required'): Found => ({ pointer, type, message: '' })
const tell = (...args: Parameters<typeof disagreements>) =>
  disagreements(...args).map(({ side, pointer, type }) => `${side} ${type} ${pointer}`)

describe('disagreements', () => {
  it.each<[string, Found[], Found[], string[], string[]]>([
    ['both found the same', [found('/a')], [found('/a')], [], []],
    ['several times the same', [found('/a'), found('/a')], [found('/a')], [], []],
    ['only Segment', [found('/a')], [], [], ['segment required /a']],
    ['only we', [], [found('/a')], [], ['twin required /a']],
    ['another type', [found('/a')], [found('/a', 'format')], [], ['segment required /a', 'twin format /a']],
    ['a word that nobody knows', [found('/a', 'other')], [found('/a', 'format')], [], []],
    ['what was taken away', [found('/a')], [found('/b/c')], ['/a', '/b'], []],
    ['a name nobody planned', [], [found('/a', 'unplanned-property')], [], []],
    [
      'a name that Segment says nobody planned',
      [found('/a', 'unplanned-property')],
      [],
      [],
      ['segment unplanned-property /a'],
    ],
  ])('%s', (_name, segment, twin, gone, told) => {
    expect(tell(segment, twin, gone)).toEqual(told)
  })
})

it('takes out of a call what Segment wrote into it, and nothing else', () => {
  const call = {
    event: 'A',
    context: {
      app: { version: '1' },
      protocols: { event_version: 2, sourceId: 's', violations: [], omitted: ['properties.a'] },
    },
  }
  expect(asSent(call)).toEqual({
    event: 'A',
    context: { app: { version: '1' }, protocols: { event_version: 2 } },
  })
  expect(asSent({ context: { protocols: { sourceId: 's' } } })).toEqual({ context: {} })
  expect(asSent({ event: 'A' })).toEqual({ event: 'A' })
  expect(takenAway(call)).toEqual(['properties.a'])
  expect(takenAway({ context: { protocols: { omitted: 'x', omitted_on_violation: [1, 'b'] } } })).toEqual([
    'b',
  ])
})
