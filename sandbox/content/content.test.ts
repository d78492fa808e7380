import { describe, expect, it } from 'vitest'
import { firstState } from '@/sandbox/content/first-state'
import { compileRule } from '@/sandbox/protocols/compile-rule'
import { judge } from '@/sandbox/protocols/judge'
import type { CallType, Message } from '@/sandbox/tracking-api/message'
import type { Call } from '@/sandbox/traffic/call'
import { makeCall, sendingSources } from '@/sandbox/traffic/make-call'
import { makeRandom } from '@/sandbox/traffic/random'
import { allowEverything } from '@/sandbox/world/source'

const now = Date.UTC(2026, 4, 20, 12)

const messageOf = ({ rule, name, body, appVersion, userId }: Call): Message => {
  const app = { version: appVersion }
  const part = rule.type === 'IDENTIFY' || rule.type === 'GROUP' ? 'traits' : 'properties'
  return {
    type: rule.type.toLowerCase() as CallType,
    messageId: 'm',
    userId,
    ...(rule.type === 'TRACK' ? { event: name } : { name }),
    [part]: body,
    context: rule.version > 1 ? { app, protocols: { event_version: rule.version } } : { app },
  }
}

/** Calls made with the given share of mistakes, each with what Segment would say about it. */
const judgedCalls = (mistakeShare: number, count: number) => {
  const state = firstState(now)
  state.settings.traffic.mistakeShare = mistakeShare
  const random = makeRandom(7)
  return Array.from({ length: count }, () => {
    const call = makeCall(state, random)
    const plan = sendingSources(state).find(({ source }) => source.id === call?.sourceId)?.plan
    if (!call || !plan) throw new Error('no call was made')
    const { violations, unplanned } = judge(messageOf(call), plan.rules, allowEverything)
    return { call, findings: [...violations, ...unplanned] }
  })
}

describe('the content', () => {
  it('holds two plans in use, a library of each kind, and sources connected to them', () => {
    const { plans, sources } = firstState(now)

    expect(plans.map(({ name, type }) => [name, type])).toEqual([
      ['Storefront', 'LIVE'],
      ['Mobile app', 'LIVE'],
      ['Shared events', 'RULE_LIBRARY'],
      ['Shared properties', 'PROPERTY_LIBRARY'],
    ])
    expect(plans[0]?.rules.filter(({ type }) => type === 'TRACK').length).toBeGreaterThanOrEqual(60)
    expect(
      sources.filter(({ trackingPlanId }) => plans.some(({ id }) => id === trackingPlanId)),
    ).toHaveLength(3)
  })

  it('compiles, but for the rules with real-world defects', () => {
    const broken = firstState(now).plans.flatMap(({ rules }) =>
      rules.filter((rule) => compileRule(rule) === null),
    )

    expect(broken.map(({ key }) => key).toSorted()).toEqual([
      'Newsletter Unsubscribed',
      'Question Asked',
      'Support Ticket Created',
    ])
  })

  it('is the same every time', () => {
    expect(firstState(now)).toEqual(firstState(now))
  })
})

describe('the traffic', () => {
  it('keeps to the plan when no mistakes are asked for', () => {
    const findings = judgedCalls(0, 3_000).flatMap(({ call, findings }) =>
      findings.map(({ description }) => `${call.name}: ${description}`),
    )

    expect(new Set(findings)).toEqual(new Set())
  })

  it('makes about as many mistakes as asked for', () => {
    const wrong = judgedCalls(0.07, 5_000).filter(({ findings }) => findings.length > 0)

    expect(wrong.length / 5_000).toBeGreaterThan(0.05)
    expect(wrong.length / 5_000).toBeLessThan(0.085)
    expect(new Set(wrong.flatMap(({ findings }) => findings.map(({ type }) => type))).size).toBeGreaterThan(5)
  })

  it('repeats itself with the same seed', () => {
    const calls = () => judgedCalls(0.07, 200).map(({ call }) => call)

    expect(calls()).toEqual(calls())
  })
})
