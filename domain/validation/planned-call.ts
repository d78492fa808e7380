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
  const byName = new Map<string, R[]>()
  for (const rule of rules) {
    const name = nameOf(rule.type, rule.key)
    byName.set(
      name,
      [...(byName.get(name) ?? []), rule].sort((a, b) => a.version - b.version),
    )
  }
  return {
    common: byName.get(nameOf('COMMON', null))?.[0] ?? null,
    ruleOf: (message) => {
      const type = callType(message)
      if (type === undefined) return null
      const named = byName.get(nameOf(type, eventOf(message, type))) ?? byName.get(nameOf(type, null))
      if (!named || named.length < 2) return named?.[0] ?? null
      const asked = versionOf(message)
      return named.find(({ version }) => version === asked) ?? named[0] ?? null
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

const eventOf = (message: JsonObject, type: RuleType): string | null => {
  const name = type === 'TRACK' ? message.event : message.name
  return typeof name === 'string' && (type === 'TRACK' || type === 'PAGE' || type === 'SCREEN') ? name : null
}

const nameOf = (type: RuleType, key: string | null): string => (key === null ? type : `${type}/${key}`)

const versionOf = ({ context }: JsonObject): Json | undefined =>
  isJsonObject(context) && isJsonObject(context.protocols) ? context.protocols.event_version : undefined
