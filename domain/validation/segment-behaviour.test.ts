import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan'
import { behaviourCases } from './segment-behaviour.cases'
import { segmentBehaviours } from './segment-behaviours.cases'

describe.each(segmentBehaviours)('$title', ({ id }) => {
  it.each(behaviourCases[id])('$when', ({ rules, sent, settings, found }) => {
    const told = compilePlan(rules)
      .validate(sent, settings)
      .map(
        ({ type, pointer, rule }) =>
          `${type} ${pointer}${rule && rule.version !== 1 ? ` v${rule.version}` : ''}`,
      )
    expect(told).toEqual(found)
  })
})

it('names each behaviour once, and says where it stands', () => {
  const ids = segmentBehaviours.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { says, source } of segmentBehaviours)
    expect([says.endsWith('.'), source.length > 0]).toEqual([true, true])
})
