import { describe, expect, it } from 'vitest'
import type { Json } from '../plan/json'
import { ruleOfSchema } from '../plan/rule-from-text'
import { breakingCall } from './breaking-call'
import { testMessageId, testOf } from './test-message'

const rule = (properties: Json) => {
  const schema = { type: 'object', properties: { properties } }
  return ruleOfSchema({ type: 'TRACK', key: 'Order Completed', version: 2 }, JSON.stringify(schema), schema)
}

const asked = {
  route: 'forwarding' as const,
  settings: {},
  messageId: testMessageId('1'),
  at: '2026-01-05T10:00:00.000Z',
}

describe('a call that breaks the plan', () => {
  it.each<[string, Json, string, Json]>([
    [
      'leaves a required property out',
      { required: ['total/net'], properties: {} },
      '/properties/total~1net',
      {},
    ],
    [
      'gives a text where a number is planned',
      { properties: { total: { type: 'number' } } },
      '/properties/total',
      { total: true },
    ],
    [
      'gives a text where true or false is planned',
      { properties: { gift: { type: ['boolean', 'null'] } } },
      '/properties/gift',
      { gift: 'plumbline test' },
    ],
  ])('%s', (_, properties, pointer, sent) => {
    const found = breakingCall({ ...asked, rules: [rule({}), rule(properties)] })
    expect(found).toMatchObject({
      ok: true,
      breaking: {
        pointer,
        call: { event: 'Order Completed', properties: sent, context: { protocols: { event_version: 2 } } },
      },
    })
  })

  it('reaches no destination but the webhook', () => {
    const rules = [rule({ required: ['a'] })]
    expect(breakingCall({ ...asked, rules })).toMatchObject({
      breaking: { call: { integrations: { All: false } } },
    })
    expect(breakingCall({ ...asked, route: 'inline', rules })).toMatchObject({
      breaking: { call: { integrations: { All: false, 'Webhooks (Actions)': true } } },
    })
  })

  it('is not there where nothing of it could come', () => {
    const blocks = { track: { allowEventOnViolations: false } }
    const rules = [rule({ required: ['a'] })]
    expect(breakingCall({ ...asked, rules: [rule({ properties: { any: {} } })] }).ok).toBe(false)
    expect(breakingCall({ ...asked, route: 'inline', rules, settings: blocks }).ok).toBe(false)
    expect(breakingCall({ ...asked, route: 'blocked-events', rules }).ok).toBe(false)
    expect(breakingCall({ ...asked, route: 'blocked-events', rules, settings: blocks }).ok).toBe(true)
    expect(
      breakingCall({
        ...asked,
        route: 'blocked-events',
        rules,
        settings: { track: { allowUnplannedEvents: false } },
      }),
    ).toMatchObject({ breaking: { pointer: '', call: { event: expect.stringContaining('unplanned') } } })
  })
})

describe('a test is known again', () => {
  it.each([
    [{ messageId: testMessageId('7') }, 'plumbline-test-7'],
    [{ messageId: 'other', properties: { eventMessageID: testMessageId('8') } }, 'plumbline-test-8'],
    [{ messageId: 'm-1', properties: { note: testMessageId('9') } }, null],
    [null, null],
    ['plumbline-test-1', null],
  ])('%j', (event, id) => expect(testOf(event)).toBe(id))
})
