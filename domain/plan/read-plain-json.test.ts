import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainJson } from './parse-schema'
import { readPlanQuickly } from './plan-file-quick'
import { readJsonKeeping } from './read-json'
import { hasShortNumbers, readPlainJson } from './read-plain-json'

const careful = (text: string) => readJsonKeeping(['jsonSchema'], text, { depth: 20, length: 100_000 })

/** JSON as people and machines write it: with spaces, with escapes, with keys that stand twice. */
const anyText: fc.Arbitrary<string> = fc.letrec<{ value: string; member: string }>((tie) => {
  const space = fc.constantFrom('', '', ' ', '\n\t')
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }).map((one) => JSON.stringify(one)),
    fc.constantFrom('"a"', '"\\u0061"', '"jsonSchema"', '"\\"}:{"', '"\\\\"', '"__proto__"', '"1"', '"{[,:"'),
  )
  const number = fc.constantFrom('0', '-0', '1.50', '12345678901234567890', '0.1', '1e400', '1E-2')
  const list = (items: fc.Arbitrary<string>, open: string, close: string) =>
    fc
      .tuple(space, fc.array(items, { maxLength: 4 }), space)
      .map(([before, all, after]) => [open, before, all.join(`${after},`), after, close].join(''))
  return {
    member: fc.tuple(text, space, space, tie('value')).map((parts) => {
      const [key, before, after, value] = parts
      return `${key}${before}:${after}${value}`
    }),
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(text, number, fc.constantFrom('true', 'null')),
      list(tie('value'), '[', ']'),
      list(tie('member'), '{', '}'),
    ),
  }
}).value

describe('readPlainJson', () => {
  test('takes what the careful reader takes, and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = careful(text)
        const quick = readPlainJson(text, 20)
        expect(quick !== undefined).toBe(reading.ok)
        if (reading.ok) expect(quick?.value).toEqual(plainJson(reading.value))
        // With short numbers nothing is rounded, so that both give the same.
        if (reading.ok && hasShortNumbers(text)) expect(quick?.value).toEqual(reading.value)
      }),
      { numRuns: 3000 },
    )
  })

  test.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"b":{"a":1,"a":1}}]', '[[[]]]', '{', '', '[1,]'])(
    'leaves %s to the careful reader',
    (text) => {
      expect(readPlainJson(text, 2)).toBeUndefined()
    },
  )

  test.each([
    ['[0.1, 123456789012345, -1.5]', true],
    ['[1234567890123456]', false],
    ['[1e3]', false],
    ['[0.1234567890123456]', false],
  ])('%s has short numbers: %s', (text, isShort) => {
    expect(hasShortNumbers(text)).toBe(isShort)
  })
})

describe('readPlanQuickly', () => {
  test('finds the text of every schema where the careful reader finds it', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), fc.nat(2), (schemas, shape) => {
        const entries = schemas.map((schema, i) => `{"key":"${i}", "jsonSchema" : ${schema} ,"version":1}`)
        const list = `[${entries.join(',\n')}]`
        const text = [list, `{"rules":${list}}`, `{"data": {"pagination":{}, "rules":${list}}}`][shape] ?? ''
        const quick = readPlanQuickly(text)
        if (!quick) return
        expect([...quick.schemaTexts.values()]).toEqual(schemas)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    '{"rules":[]}',
    '{"rules":[null]}',
    '{"rules":[{"jsonSchema":{}},{"key":"a"}]}',
    '{"rules":[{"json\\u0053chema":{}}]}',
    '{"rules":[{"jsonSchema":{},"version":12345678901234567890}]}',
    '{"rules":[{"jsonSchema":{"eventMetadata":{}}}]}',
    '{"rules":{"events":[]}}',
    '{"data":null}',
    '{"a":[{"jsonSchema":1}],"rules":[{"jsonSchema":{}}]}',
    '7',
  ])('leaves %s to the careful reader', (text) => {
    expect(readPlanQuickly(text)).toBeUndefined()
  })
})
