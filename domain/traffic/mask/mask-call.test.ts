import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../plan/json'
import { valueAt } from '../../plan/schema-pointer'
import { email } from './email'
import { harmless, planted } from './mask.cases'
import { maskCall } from './mask-call'
import { isLuhn } from './payment-card'

const unplanned = { personal: [], planned: false }

describe('masking', () => {
  it.each(planted)('takes $kind out of a text', ({ text, secret }) => {
    const { call, masked } = maskCall({ properties: { text } }, unplanned)
    expect(JSON.stringify(call)).not.toContain(secret)
    expect(masked).toEqual(['/properties/text'])
  })

  it.each(harmless)('leaves "%s"', (text) => {
    expect(maskCall({ properties: { text } }, unplanned)).toEqual({
      call: { properties: { text } },
      masked: [],
    })
  })

  it('finds what is planted wherever it stands', () => {
    const wraps: Readonly<Record<string, (value: Json) => Json>> = {
      list: (value) => ['x', value],
      text: (value) => JSON.stringify([value]),
      name: (value) => (typeof value === 'string' ? { [value]: true } : { value }),
    }
    const wrap = (secret: Json, how: readonly string[]): Json =>
      how.reduce<Json>((value, step) => wraps[step]?.(value) ?? { [step]: value }, secret)
    const step = fc.constantFrom('list', 'text', 'name', 'traits', 'context', 'a/b~c')
    fc.assert(
      fc.property(
        fc.constantFrom(...planted),
        fc.constantFrom('properties', 'traits', 'context', 'integrations', 'event', 'sentAt'),
        fc.array(step, { maxLength: 5 }),
        ({ text, secret }, section, how) => {
          // A name holds what stands in a text; JSON in a name is none of anybody.
          fc.pre(!(text.startsWith('{') && how.includes('name')))
          const { call, masked } = maskCall({ type: 'track', [section]: wrap(text, how) }, unplanned)
          expect(JSON.stringify(call)).not.toContain(secret)
          expect(masked.length).toBeGreaterThan(0)
          for (const pointer of masked) expect(valueAt(call, pointer)).not.toBeUndefined()
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('keeps forms: addresses stay addresses, numbers numbers of as many digits, lengths hold', () => {
    const call = {
      properties: { mail: 'jane@acme.com', phone: '+46701234567', card: 4111111111111111, ip: '10.0.200.1' },
    }
    expect(maskCall(call, unplanned)).toEqual({
      call: {
        properties: {
          mail: 'xxxx@xxxx.com',
          phone: '+11111111111',
          card: 1111111111111111,
          ip: '11.1.111.1',
        },
      },
      masked: ['/properties/mail', '/properties/phone', '/properties/card', '/properties/ip'],
    })
    expect(email.find('xxxx@xxxx.com')).toHaveLength(1)
  })

  it('covers what stands under a sensitive name, all below it, and nothing that tells nobody', () => {
    const call = {
      userId: 'jane',
      context: { ip: '1.2.3.4', device: { advertisingId: 'abc' } },
      traits: { password: 'hunter2', first_name: 'Jane', pin: 1234, secret: { a: ['b', true, null] } },
    }
    expect(maskCall(call, unplanned)).toEqual({
      call: {
        userId: 'xxxx',
        context: { ip: '1.1.1.1', device: { advertisingId: 'xxx' } },
        traits: { password: 'xxxxxx1', first_name: 'Xxxx', pin: 1111, secret: { a: ['x', true, null] } },
      },
      masked: [
        '/userId',
        '/context/ip',
        '/context/device/advertisingId',
        '/traits/password',
        '/traits/first_name',
        '/traits/pin',
        '/traits/secret/a/0',
      ],
    })
  })

  it('covers what the plan marks, in lists too', () => {
    const call = { properties: { guests: [{ nick: 'Jo' }, { nick: 'Al' }], note: 'hello' } }
    const personal = ['/properties/guests/*/nick', '/properties/note']
    expect(maskCall(call, { personal, planned: true })).toEqual({
      call: { properties: { guests: [{ nick: 'Xx' }, { nick: 'Xx' }], note: 'xxxxx' } },
      masked: ['/properties/guests/0/nick', '/properties/guests/1/nick', '/properties/note'],
    })
  })

  it('keeps the name of a planned event, and what tells deliveries apart', () => {
    const call = {
      type: 'track',
      event: 'Order 4400998877',
      messageId: 'ajs-next-1736153400000-1',
      timestamp: '2026-01-05T08:30:00.000Z',
    }
    expect(maskCall(call, { personal: [], planned: true }).masked).toEqual([])
    expect(maskCall(call, unplanned).masked).toEqual(['/event'])
  })

  it('keeps two names apart that look the same when they are masked', () => {
    const { call } = maskCall({ properties: { 'a@acme.com': 1, 'b@acme.com': 2 } }, unplanned)
    expect(call).toEqual({ properties: { 'x@xxxx.com': 1, 'x@xxxx.com 2': 2 } })
  })

  it('takes a time that grows with the length of a text, not with its square', () => {
    const hostile = [
      'a',
      '1',
      'eyJ',
      '@',
      '1 ',
      'a.',
      '://',
      '=',
      'a1',
      '::',
      'AA11 ',
      'sk_live_',
      '+1(',
      '-----BEGIN ',
    ]
    for (const part of hostile) {
      const text = part.repeat(32_000 / part.length)
      const began = process.cpuUsage()
      maskCall({ properties: { text } }, unplanned)
      const { user } = process.cpuUsage(began)
      expect([part, user < 300_000]).toEqual([part, true])
    }
  })

  it('does not give up on what is nested without end', () => {
    let call: Json = 'jane@acme.com'
    for (let i = 0; i < 2_000; i += 1) call = [call]
    expect(JSON.stringify(maskCall(call, unplanned).call)).not.toContain('jane')
  })
})

it('knows the check digit of payment cards', () => {
  expect(['4111111111111111', '4111111111111112', '378282246310005', ''].map(isLuhn)).toEqual([
    true,
    false,
    true,
    false,
  ])
})
