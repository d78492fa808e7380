import type { ViolationView } from '@/contracts/violation'

export type ExpectedAndGot = {
  readonly expected: string
  /** Null where the message does not tell. */
  readonly got: string | null
}

type Form = readonly [RegExp, (parts: readonly string[]) => ExpectedAndGot]

const unknown = null

/** The descriptions of xeipuuv/gojsonschema, which Segment passes on and our judge writes too. */
const forms: readonly Form[] = [
  [
    /^Invalid type\. Expected: (.+), given: (.+?)\.?$/i,
    ([expected = '', got = '']) => ({ expected: typeList(expected), got }),
  ],
  [/^(.+) is required\.?$/i, () => ({ expected: 'a value', got: 'nothing: it was not sent' })],
  [
    /must be one of the following: (.+)$/i,
    ([values = '']) => ({ expected: `one of ${values}`, got: unknown }),
  ],
  [/does not match: (.+)$/i, ([value = '']) => ({ expected: value, got: unknown })],
  [
    /^Does not match pattern '(.*)'$/i,
    ([pattern = '']) => ({ expected: `a text that matches ${pattern}`, got: unknown }),
  ],
  [
    /^Does not match format '(.*)'$/i,
    ([format = '']) => ({ expected: `the format ${format}`, got: unknown }),
  ],
  [
    /^String length must be (.+)$/i,
    ([bound = '']) => ({ expected: `a text whose length is ${bound}`, got: unknown }),
  ],
  [
    /^Must be ((?:greater|less) than.*|a multiple of .+)$/i,
    ([bound = '']) => ({ expected: bound, got: unknown }),
  ],
  [/^Array must have (.+)$/i, ([bound = '']) => ({ expected: `an array with ${bound}`, got: unknown })],
  [
    /^Additional property (.+) is not allowed$/i,
    ([name = '']) => ({ expected: 'only the planned properties', got: `also ${name}` }),
  ],
]

/** What the plan wanted and what was sent, as far as the message tells it; null when they do not. */
export const expectedAndGot = ({
  type,
  message,
}: Pick<ViolationView, 'type' | 'message'>): ExpectedAndGot | null => {
  for (const [form, read] of forms) {
    const found = form.exec(message.trim())
    if (found) return read(found.slice(1))
  }
  if (type === 'unplanned-event') return { expected: 'an event of the plan', got: 'one it does not have' }
  if (type === 'unplanned-property')
    return { expected: 'only the planned properties', got: 'one more than those' }
  return null
}

const typeList = (types: string) => {
  const listed = /^\[(.+)\]$/.exec(types)?.[1]
  return listed === undefined ? types : listed.split(',').join(' or ')
}
