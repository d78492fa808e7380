import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleType } from '../plan/rule'

/** The rules of a plan, ready to be asked for the one that judges a call. */
export type RulesByCall<R extends Rule> = {
  readonly ruleOf: (message: JsonObject) => R | null
  readonly common: R | null
}

/**
 * Segment Protocols: a track call is judged by the rule of its `event`, a page or screen by that of its `name`, else
 * by the one without a key. `context.protocols.event_version` picks the version; absent, not an integer or unknown
 * means the oldest one.
 */
export const rulesByCall = <R extends Rule>(rules: readonly R[]): RulesByCall<R> => {
  const byType = new Map<RuleType, Map<string | null, R[]>>()
  for (const rule of rules) {
    const byKey = byType.get(rule.type) ?? new Map<string | null, R[]>()
    byType.set(rule.type, byKey)
    const versions = byKey.get(rule.key)
    if (versions) versions.push(rule)
    else byKey.set(rule.key, [rule])
  }
  for (const byKey of byType.values())
    for (const versions of byKey.values()) versions.sort((a, b) => a.version - b.version)
  return {
    common: byType.get('COMMON')?.get(null)?.[0] ?? null,
    ruleOf: (message) => {
      const type = callType(message)
      const byKey = type && byType.get(type)
      if (!byKey) return null
      const versions = byKey.get(keyOf(message, type)) ?? byKey.get(null)
      if (!versions || versions.length < 2) return versions?.[0] ?? null
      const asked = versionOf(message)
      return versions.find(({ version }) => version === asked) ?? versions[0] ?? null
    },
  }
}

const typeOfCall: ReadonlyMap<Json | undefined, RuleType> = new Map([
  ['track', 'TRACK'],
  ['identify', 'IDENTIFY'],
  ['group', 'GROUP'],
  ['page', 'PAGE'],
  ['screen', 'SCREEN'],
])

/** The kind of rule for a message; undefined for an alias and for what is no call. */
export const callType = (message: JsonObject): RuleType | undefined => typeOfCall.get(message.type)

const keyOf = (message: JsonObject, type: RuleType): string | null => {
  const name = type === 'TRACK' ? message.event : message.name
  return typeof name === 'string' && type !== 'IDENTIFY' && type !== 'GROUP' ? name : null
}

const versionOf = ({ context }: JsonObject): Json | undefined =>
  isJsonObject(context) && isJsonObject(context.protocols) ? context.protocols.event_version : undefined
