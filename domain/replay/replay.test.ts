import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { compilePlan } from '../validation/compile-plan'
import { type Outcome, outcomes } from './outcome'
import { replayCalls } from './replay-calls'
import { replayResult } from './replay-result'
import { emptyTally, joinTally } from './replay-tally'
import type { ReplayedCall } from './replayed-call'

const seed = inject('lawSeed')

const event = (properties: object, more: object = {}) => ({
  properties: { properties: { type: 'object', properties, ...more } },
})

let made = 0
const call = (name: string, properties: Json, more: Partial<ReplayedCall> = {}): ReplayedCall => {
  made += 1
  return {
    event: name,
    sourceId: 's1',
    sourceName: 'Web',
    appVersion: '5.0',
    messageId: `m${made}`,
    at: '2026-01-01T00:00:00.000Z',
    call: { type: 'track', event: name, messageId: `m${made}`, properties },
    masked: [],
    weight: 1,
    stratum: `${name} ${more.appVersion ?? '5.0'}`,
    ...more,
  }
}

const replayed = (base: readonly Rule[], proposal: readonly Rule[], calls: readonly ReplayedCall[]) =>
  replayResult(replayCalls(base, proposal)(calls))

const number = aRule('A', event({ total: { type: 'number' } }))
const text = aRule('A', event({ total: { type: 'string' } }))
const either = aRule('A', event({ total: { type: ['number', 'string'] } }))

describe('one call', () => {
  const email = { email: { type: 'string', format: 'email' } }
  const plain = { email: { type: 'string' } }
  const required = (properties: object, ...names: string[]) =>
    aRule('A', event(properties, { required: names }))

  const table: readonly [
    what: string,
    base: readonly Rule[],
    proposal: readonly Rule[],
    call: ReplayedCall,
    outcome: Outcome,
  ][] = [
    ['fits both', [number], [either], call('A', { total: 1 }), 'stillValid'],
    ['fits neither', [number], [either], call('A', { total: true }), 'stillInvalid'],
    ['fits only the proposal', [number], [either], call('A', { total: '1' }), 'fixed'],
    ['fits only the base', [number], [text], call('A', { total: 1 }), 'broken'],
    ['of an event that is added', [], [number], call('A', { total: 1 }), 'fixed'],
    ['of an event that is removed', [number], [], call('A', { total: 1 }), 'broken'],
    ['by the name that an event had', [number], [aRule('B', event({}))], call('A', { total: 1 }), 'broken'],
    [
      'by the version it asks for',
      [number],
      [number, aRule('A', event({ total: { type: 'string' } }), { version: 2 })],
      call('A', null, {
        call: {
          type: 'track',
          event: 'A',
          context: { protocols: { event_version: 2 } },
          properties: { total: '1' },
        },
      }),
      'fixed',
    ],
    [
      'with an unplanned name that is planned now',
      [aRule('A', event({}))],
      [number],
      call('A', { total: 1 }),
      'fixed',
    ],
    [
      'that only the common rule refuses',
      [number],
      [number, aRule(null, { required: ['userId'] }, { type: 'COMMON' })],
      call('A', { total: 1 }),
      'broken',
    ],
    [
      'whose masked value is asked for otherwise',
      [required(plain)],
      [required(email)],
      call('A', { email: 'x@example.com' }, { masked: ['/properties/email'] }),
      'uncertain',
    ],
    [
      'whose masked value is refused on one side only',
      [required(email)],
      [required(plain)],
      call('A', { email: '***' }, { masked: ['/properties/email'] }),
      'uncertain',
    ],
    [
      'whose masked value is judged the same on both sides',
      [required({ ...email, n: { type: 'number' } })],
      [required({ ...email, n: { type: 'string' } })],
      call('A', { email: 'x@example.com', n: 1 }, { masked: ['/properties/email'] }),
      'broken',
    ],
    [
      'whose masked value is there or not',
      [required(email)],
      [required(email, 'name')],
      call('A', { email: 'x@example.com' }, { masked: ['/properties/email'] }),
      'broken',
    ],
    [
      'whose masked value has another type now',
      [required(plain)],
      [required({ email: { type: 'number' } })],
      call('A', { email: '***' }, { masked: ['/properties/email'] }),
      'broken',
    ],
    [
      'with a masked value in a list',
      [aRule('A', event({ list: { type: 'array', items: { type: 'string' } } }))],
      [aRule('A', event({ list: { type: 'array', items: { type: 'string', maxLength: 3 } } }))],
      call('A', { list: ['a', '***'] }, { masked: ['/properties/list/1'] }),
      'uncertain',
    ],
    [
      'that stays invalid for another reason than the masked one',
      [required({ ...email, n: { type: 'number' } })],
      [required({ ...plain, n: { type: 'number' } })],
      call('A', { email: '***', n: 'x' }, { masked: ['/properties/email'] }),
      'stillInvalid',
    ],
    [
      'by a rule that cannot be judged',
      [number],
      [aRule('A', event({ total: { $ref: 'https://example.com/elsewhere' } }))],
      call('A', { total: 1 }),
      'uncertain',
    ],
  ]

  test.each(table)('%s', (_what, base, proposal, one, outcome) => {
    const result = replayed(base, proposal, [one])
    expect(outcomes.filter((name) => result[name] > 0)).toEqual([outcome])
    expect(result[outcome]).toBe(1)
  })
})

describe('what the source of a call takes away before the common rule looks', () => {
  const limited = (total: object) => aRule(null, event({ total }), { type: 'COMMON' })
  const few = limited({ maximum: 9 })
  const onViolations = { track: { allowPropertiesOnViolations: false } }

  test('a property that breaks its rule is no longer there for the common rule to mind', () => {
    const constraintsOf = (settings?: ReplayedCall['settings']) =>
      replayed([number, few], [text, few], [call('A', { total: 10 }, { settings })]).constraints.map(
        ({ rule, still, broken, fixed }) => ({ type: rule?.type, still, broken, fixed }),
      )
    const own = { type: 'TRACK', still: 0, broken: 1, fixed: 0 }
    expect(constraintsOf()).toEqual(
      expect.arrayContaining([own, { type: 'COMMON', still: 1, broken: 0, fixed: 0 }]),
    )
    // As text it breaks its rule, so Segment takes it away, and the common rule has nothing to refuse.
    expect(constraintsOf(onViolations)).toEqual(
      expect.arrayContaining([own, { type: 'COMMON', still: 0, broken: 0, fixed: 1 }]),
    )
  })

  test('a blocked call is fixed when the edit lets it through, unless the common rule then refuses it', () => {
    const settings = { track: { allowEventOnViolations: false } }
    const strict = aRule(null, { required: ['userId'] }, { type: 'COMMON' })
    const outcomeOf = (one: ReplayedCall) => {
      const result = replayed([text, strict], [number, strict], [one])
      return [
        outcomes.filter((name) => result[name] > 0),
        result.constraints.map(({ rule, broken }) => [rule?.type, broken]),
      ]
    }
    expect(outcomeOf(call('A', { total: 1 }, { settings }))).toEqual([
      ['stillInvalid'],
      expect.arrayContaining([
        ['TRACK', 0],
        ['COMMON', 1],
      ]),
    ])
    const identified = { type: 'track', event: 'A', userId: 'u', properties: { total: 1 } }
    expect(outcomeOf(call('A', null, { settings, call: identified }))[0]).toEqual(['fixed'])
  })

  test('what a masked value decides to take away leaves the common rule uncertain', () => {
    const email = aRule('A', event({ email: { type: 'string', format: 'email' } }))
    const needs = aRule(null, event({}, { required: ['email'] }), { type: 'COMMON' })
    const one = call('A', { email: '***' }, { masked: ['/properties/email'], settings: onViolations })
    expect(replayed([email], [email, needs], [one])).toMatchObject({ uncertain: 1, stillInvalid: 0 })
  })
})

describe('the result', () => {
  const calls = [
    call('A', { total: 1 }),
    call('A', { total: '1' }, { appVersion: '4.0', stratum: 'old', weight: 10 }),
    call('A', { total: 2 }, { sourceId: 's2', sourceName: 'iOS', stratum: 'ios' }),
    call('A', { total: true }),
  ]

  test('counts by rule, source, app version and constraint, and stands for what was received', () => {
    const result = replayed([number], [text], calls)
    expect(result).toMatchObject({
      judged: 4,
      received: 13,
      ...{ stillValid: 0, stillInvalid: 1, fixed: 1, broken: 2, uncertain: 0 },
      estimated: {
        fixed: { value: 10, low: expect.any(Number), high: 10 },
        broken: { value: 2, low: 2, high: 11 },
      },
      byRule: [{ rule: { type: 'TRACK', key: 'A', version: 1 }, event: 'A', judged: 4, received: 13 }],
      bySource: [
        { id: 's1', name: 'Web', judged: 3, broken: 1 },
        { id: 's2', name: 'iOS', judged: 1, broken: 1 },
      ],
      byAppVersion: [
        { appVersion: '5.0', broken: 2, stillInvalid: 1 },
        { appVersion: '4.0', fixed: 1 },
      ],
      constraints: [{ pointer: '/properties/total', type: 'invalid-type', still: 1, fixed: 1, broken: 2 }],
      leftOut: 0,
    })
  })

  test('shows what is broken first, with the place and the words of either side', () => {
    const { samples } = replayed([number], [text], calls)
    expect(samples.map(({ outcome }) => outcome)).toEqual(['broken', 'broken', 'fixed'])
    expect(samples[0]).toMatchObject({
      sourceName: expect.any(String),
      constraints: [
        {
          pointer: '/properties/total',
          outcome: 'broken',
          message: 'Invalid type. Expected: string, given: integer',
        },
      ],
      call: { event: 'A' },
    })
  })

  test('keeps few samples and few constraints of calls that are all different, and says so', () => {
    const many = Array.from({ length: 400 }, (_, i) => call('A', { [`name ${i}`]: i }))
    const result = replayed([aRule('A', event({}))], [aRule('A', event({}, { maxProperties: 0 }))], many)
    expect(result.stillInvalid).toBe(400)
    expect(result.constraints.length).toBeLessThanOrEqual(200)
    expect(result.leftOut).toBeGreaterThan(0)
    const broken = replayed([], [], many)
    expect(broken.samples).toEqual([])
  })

  test('names a rule that could not be judged', () => {
    const proposal = [aRule('A', event({ total: { $ref: 'https://example.com/elsewhere' } }))]
    expect(replayed([number], proposal, calls).notJudged).toMatchObject([
      { side: 'proposal', rule: { key: 'A' }, reason: expect.any(String) },
    ])
  })
})

const types = fc.subarray(['string', 'number', 'boolean', 'null'] as const, { minLength: 1 })
const property = fc.record(
  { type: types, enum: fc.array(fc.constantFrom('a', 1, true), { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ['type'] },
)
const schema = fc
  .tuple(fc.dictionary(fc.constantFrom('p', 'q', 'r'), property), fc.subarray(['p', 'q', 'r']))
  .map(([properties, required]) => event(properties, { required }))
const rules = fc
  .array(fc.tuple(fc.constantFrom('A', 'B'), schema), { maxLength: 2 })
  .map((list) => [...new Map(list)].map(([name, value]) => aRule(name, value)))
const anyCall = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C'),
    fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), fc.constantFrom<Json>('a', 'b', 1, 2, true, null)),
  )
  .map(([name, properties]) => call(name, properties))

describe('laws', () => {
  test('the verdicts are those of the validator', () => {
    fc.assert(
      fc.property(rules, rules, anyCall, (base, proposal, one) => {
        const valid = (side: readonly Rule[]) => compilePlan(side).validate(one.call).length === 0
        const expected: Outcome = valid(base)
          ? valid(proposal)
            ? 'stillValid'
            : 'broken'
          : valid(proposal)
            ? 'fixed'
            : 'stillInvalid'
        expect(replayed(base, proposal, [one])[expected]).toBe(1)
      }),
      { seed, numRuns: 100 },
    )
  })

  test('and so they are under the settings of a source, the common rule included', () => {
    const settings = fc.record({
      track: fc.record({
        allowUnplannedEvents: fc.boolean(),
        allowUnplannedEventProperties: fc.boolean(),
        allowEventOnViolations: fc.boolean(),
        allowPropertiesOnViolations: fc.boolean(),
      }),
    })
    const withCommon = fc
      .tuple(rules, schema)
      .map(([own, common]) => [...own, aRule(null, common, { type: 'COMMON' })])
    fc.assert(
      fc.property(withCommon, withCommon, anyCall, settings, (base, proposal, one, enforced) => {
        const told = (side: readonly Rule[]) => compilePlan(side).validate(one.call, enforced).length
        const [was, is] = [told(base), told(proposal)]
        const expected: Outcome =
          was === 0 ? (is === 0 ? 'stillValid' : 'broken') : is === 0 ? 'fixed' : 'stillInvalid'
        expect(replayed(base, proposal, [{ ...one, settings: enforced }])[expected]).toBe(1)
      }),
      { seed, numRuns: 60 },
    )
  })

  test('the other way round, fixed is broken and broken is fixed', () => {
    fc.assert(
      fc.property(rules, rules, fc.array(anyCall, { maxLength: 6 }), (base, proposal, calls) => {
        const there = replayed(base, proposal, calls)
        const back = replayed(proposal, base, calls)
        expect([back.fixed, back.broken, back.stillValid]).toEqual([
          there.broken,
          there.fixed,
          there.stillValid,
        ])
      }),
      { seed, numRuns: 40 },
    )
  })

  test('parts in any order come to what the whole comes to', () => {
    fc.assert(
      fc.property(
        rules,
        rules,
        fc.array(anyCall, { maxLength: 10 }),
        fc.nat(10),
        (base, proposal, calls, at) => {
          const whole = replayed(base, proposal, calls)
          const replay = replayCalls(base, proposal)
          const joined = emptyTally()
          joinTally(joined, replay(calls.slice(at)))
          joinTally(joined, replay(calls.slice(0, at)))
          const { samples: _, constraints: some, ...totals } = replayResult(joined)
          const { samples: __, constraints: all, ...expected } = whole
          expect(totals).toMatchObject({ ...expected, byRule: expect.anything() })
          const counts = (list: typeof all) =>
            list.map(({ message: ___, ...rest }) => JSON.stringify(rest)).sort()
          expect(counts(some)).toEqual(counts(all))
        },
      ),
      { seed, numRuns: 40 },
    )
  })
})
