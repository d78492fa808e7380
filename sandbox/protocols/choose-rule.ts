import { eventNameOf, type Message } from '@/sandbox/tracking-api/message'
import { isObject } from '@/sandbox/world/json'
import type { Rule } from '@/sandbox/world/rule'

const wantedVersion = ({ context }: Message): number | null => {
  const protocols = context?.protocols
  const version = isObject(protocols) ? protocols.event_version : undefined
  return typeof version === 'number' && Number.isInteger(version) ? version : null
}

const byVersion = (rules: Rule[]) => rules.toSorted((a, b) => a.version - b.version)

/**
 * The rule that judges a call: by event or name, in the version that `context.protocols.event_version` asks for, else
 * the oldest one (Segment Protocols: absent, not an integer or unknown means the oldest).
 */
export const chooseRule = (rules: Rule[], message: Message): Rule | null => {
  const name = eventNameOf(message)
  const ofType = rules.filter((rule) => rule.type.toLowerCase() === message.type)
  const named = ofType.filter(({ key }) => key !== undefined && key === name)
  const versions = byVersion(named.length > 0 ? named : ofType.filter(({ key }) => key === undefined))
  const wanted = wantedVersion(message)
  return versions.find(({ version }) => version === wanted) ?? versions[0] ?? null
}
