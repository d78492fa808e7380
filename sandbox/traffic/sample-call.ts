import { isSentBy, versionsOf } from '@/sandbox/traffic/apps'
import type { Call } from '@/sandbox/traffic/call'
import type { Random } from '@/sandbox/traffic/random'
import { sampleObject } from '@/sandbox/traffic/sample-value'
import { zipfWeights } from '@/sandbox/traffic/zipf'
import { isObject } from '@/sandbox/world/json'
import type { Plan } from '@/sandbox/world/plan'
import type { Rule } from '@/sandbox/world/rule'
import type { Source } from '@/sandbox/world/source'

const customers = 900

/** The rules that a source's app knows how to send: those it was built from, or all there are. */
export const rulesSentBy = (source: Source, plan: Plan): Rule[] => {
  const known = (plan.shipped.length > 0 ? plan.shipped : plan.rules).filter(({ type }) => type !== 'COMMON')
  const own = known.filter((rule) => isSentBy(source, rule))
  return own.length > 0 ? own : known
}

// Of several versions of an event an old app sends the first, the others the newest.
const versionFor = (rule: Rule, rules: Rule[], isOldApp: boolean): Rule => {
  const versions = rules
    .filter(({ type, key }) => type === rule.type && key === rule.key)
    .toSorted((a, b) => a.version - b.version)
  return (isOldApp ? versions[0] : versions.at(-1)) ?? rule
}

export const callOf = (source: Source, rule: Rule, appVersion: string, random: Random): Call => {
  const properties = isObject(rule.jsonSchema) ? rule.jsonSchema.properties : undefined
  const part = rule.type === 'IDENTIFY' || rule.type === 'GROUP' ? 'traits' : 'properties'
  return {
    sourceId: source.id,
    rule,
    name: rule.key ?? '',
    body: sampleObject(isObject(properties) ? (properties[part] ?? {}) : {}, random),
    appVersion,
    userId: `customer-${random.between(1, customers)}`,
  }
}

/** One call as the source's app would make it when nothing goes wrong; null when its plan is empty. */
export const sampleCall = (source: Source, plan: Plan, random: Random): Call | null => {
  const rules = rulesSentBy(source, plan)
  if (rules.length === 0) return null
  const versions = versionsOf(source)
  const index = random.weighted(zipfWeights(versions.length))
  const rule = rules[random.weighted(zipfWeights(rules.length))] ?? random.pick(rules)
  const isOldApp = index === versions.length - 1
  return callOf(source, versionFor(rule, rules, isOldApp), versions[index] ?? '1.0.0', random)
}
