import type { Rename } from '../diff/diff-rules'
import { schemaOf } from '../diff/schema-of'
import { canonicalForm } from '../plan/canonical-form'
import { type ExactJson, isExactObject } from '../plan/exact-json'
import type { Rule } from '../plan/rule'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import { withoutFilledIn } from '../plan/without-filled-in'

/**
 * Renames between two files, which know no lineage: a rule that went and one that came which say the same, and no
 * other one that went or came does. A schema that plans and describes nothing proves nothing.
 */
export const provedRenames = (before: readonly Rule[], after: readonly Rule[]): readonly Rename[] => {
  const [was, is] = [new Set(before.map(ruleKey)), new Set(after.map(ruleKey))]
  const gone = byContent(before.filter((rule) => !is.has(ruleKey(rule))))
  const come = byContent(after.filter((rule) => !was.has(ruleKey(rule))))
  return [...gone].flatMap(([content, [from, ...others]]) => {
    const [to, ...doubles] = come.get(content) ?? []
    const isProved = from && to && others.length === 0 && doubles.length === 0 && isTelling(schemaOf(from))
    return isProved ? [{ from: ruleIdOf(from), to: ruleIdOf(to) }] : []
  })
}

const byContent = (rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> => {
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) {
    const content = `${rule.type} ${rule.version} ${rule.hash}`
    groups.set(content, [...(groups.get(content) ?? []), rule])
  }
  return groups
}

const frame = new Set(['type', '$id', '$schema', 'properties', 'required'])
const sections = new Set(['properties', 'traits', 'context'])

/** More than the frame that every event has. */
const isTelling = (schema: ExactJson): boolean => {
  const plain = canonicalForm(withoutFilledIn(schema))
  if (!isExactObject(plain)) return false
  const { properties = {} } = plain
  if (!isExactObject(properties) || Object.keys(plain).some((keyword) => !frame.has(keyword))) return true
  return Object.entries(properties).some(
    ([name, section]) =>
      !sections.has(name) ||
      !isExactObject(section) ||
      Object.keys(section).some((keyword) => keyword !== 'type' && keyword !== '$id'),
  )
}
