import { isKeyTooLong } from './longest-key'
import { type RuleId, type RuleType, ruleTypes } from './rule'

/** Stable text for a rule's identity, unambiguous for any key: `TRACK/2/Order Completed`, `COMMON/1`. */
export const ruleKey = ({ type, key, version }: RuleId): string =>
  key === null ? `${type}/${version}` : `${type}/${version}/${key}`

/** The identity that `ruleKey` wrote; null for any other text. */
export const parseRuleKey = (text: string): RuleId | null => {
  const [, type, version, , key] = /^([A-Z]+)\/(\d+)(\/(.*))?$/s.exec(text) ?? []
  if (!isRuleType(type)) return null
  return { type, key: key ?? null, version: Number(version) }
}

export const ruleIdOf = ({ type, key, version }: RuleId): RuleId => ({ type, key, version })

export const sameRule = (a: RuleId, b: RuleId): boolean =>
  a.type === b.type && a.key === b.key && a.version === b.version

/** By type in the order of `ruleTypes`, then key, then version. Text is compared by code units: no locale. */
export const compareRuleIds = (a: RuleId, b: RuleId): number =>
  ruleTypes.indexOf(a.type) - ruleTypes.indexOf(b.type) ||
  compareText(a.key ?? '', b.key ?? '') ||
  a.version - b.version

/** How a person calls the rule: `Order Completed`, `Order Completed (version 2)`, `identify traits`. */
export const ruleName = ({ type, key, version }: RuleId): string =>
  (key ?? keylessNames[type]) + (version === 1 ? '' : ` (version ${version})`)

export type RuleIdProblem = 'key-missing' | 'key-not-allowed' | 'key-too-long' | 'version-invalid'

/**
 * Segment Public API: COMMON, IDENTIFY and GROUP rules have no key, TRACK rules have one. Whether PAGE and SCREEN
 * rules carry a key is not documented, so both are taken. A version is a positive 32-bit integer. How long a key may
 * be is ours.
 */
export const checkRuleId = ({ type, key, version }: RuleId): RuleIdProblem | null => {
  if (!Number.isInteger(version) || version < 1 || version > 2_147_483_647) return 'version-invalid'
  if (keyless.has(type)) return key === null ? null : 'key-not-allowed'
  if (type === 'TRACK' && (key === null || key === '')) return 'key-missing'
  return key !== null && isKeyTooLong(key) ? 'key-too-long' : null
}

export const isRuleType = (value: unknown): value is RuleType =>
  ruleTypes.some((ruleType) => ruleType === value)

const keyless: ReadonlySet<RuleType> = new Set(['COMMON', 'IDENTIFY', 'GROUP'])

const keylessNames: Readonly<Record<RuleType, string>> = {
  TRACK: 'track calls',
  IDENTIFY: 'identify traits',
  GROUP: 'group traits',
  PAGE: 'page calls',
  SCREEN: 'screen calls',
  COMMON: 'common rule',
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
