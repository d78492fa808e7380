import { aRule } from '@/testing/a-rule'
import type { Json } from '../../plan/json'
import type { ReplayedCall } from '../../replay/replayed-call'
import type { BrokenConstraint } from './evidence'
import type { ReplayedEffect, Suggestion } from './suggestion'

export const event = (properties: object, more: object = {}) =>
  aRule('Order Completed', { properties: { properties: { type: 'object', properties, ...more } } })

let made = 0
export const sent = (
  properties: Json,
  more: Partial<ReplayedCall> = {},
  context: object = {},
): ReplayedCall => {
  made += 1
  return {
    ...{ event: 'Order Completed', sourceId: 'web', sourceName: 'Web shop', appVersion: '5.0.0' },
    ...{ messageId: `m${made}`, at: '2026-01-05T08:30:00.000Z', masked: [], weight: 1 },
    call: { type: 'track', event: more.event ?? 'Order Completed', properties, context: context as Json },
    stratum: `s ${more.appVersion ?? ''}`,
    ...more,
  }
}
export const times = (count: number, one: (i: number) => ReplayedCall) =>
  Array.from({ length: count }, (_, i) => one(i))

export const broken = (set: Partial<BrokenConstraint>): BrokenConstraint => ({
  ...{ ruleType: 'TRACK', key: 'Order Completed', version: null, pointer: '/properties/total' },
  ...{ type: 'invalid-type', message: 'Invalid type. Expected: number, given: string' },
  ...{ sources: [{ name: 'Web shop', count: 3 }], appVersions: [{ version: '5.0.0', count: 3 }] },
  ...set,
})
export const kinds = (suggestions: readonly Suggestion[]) => suggestions.map(({ kind }) => kind)
export const effectOf = (suggestions: readonly Suggestion[], kind: string): ReplayedEffect => {
  const found = suggestions.find((one) => one.kind === kind)?.effect
  if (found?.is !== 'replayed') throw new Error(`${kind} was not replayed`)
  return found
}
export const schemaAfter = (suggestions: readonly Suggestion[], kind: string) => {
  const after = suggestions.find((one) => one.kind === kind)?.edits[0]?.after ?? 'null'
  return JSON.parse(after).properties.properties
}

export const number = event({ total: { type: 'number' } })
