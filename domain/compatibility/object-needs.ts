import type { Fact, Literal } from './fact'
import type { ObjectLimits, SchemaNode } from './schema-node'
import { matchesPattern } from './texts'

export type Extra = Extract<Fact, { is: 'has-matching' | 'has-other' | 'has-bad-name' }>

export type ObjectNeeds = {
  readonly min: number
  readonly max: number
  readonly shapes: readonly ObjectLimits[]
  /** Names that must be there, and what their values have to hold besides the shapes. */
  readonly present: ReadonlyMap<string, readonly Literal[]>
  readonly absent: ReadonlySet<string>
  /** Properties that must be there under a name that is still open. */
  readonly extras: readonly Extra[]
  readonly names: readonly SchemaNode[]
}

export const objectNeeds = (facts: readonly Fact[]): ObjectNeeds => {
  const present = new Map<string, readonly Literal[]>()
  const absent = new Set<string>()
  const shapes: ObjectLimits[] = []
  const extras: Extra[] = []
  const names: SchemaNode[] = []
  let [min, max] = [0, Number.POSITIVE_INFINITY]
  for (const fact of facts)
    if (fact.is === 'has')
      present.set(fact.name, [...(present.get(fact.name) ?? []), ...(fact.value ? [fact.value] : [])])
    else if (fact.is === 'lacks') absent.add(fact.name)
    else if (fact.is === 'shape') shapes.push(fact.limits)
    else if (fact.is === 'names') names.push(fact.name)
    else if (fact.is === 'at-least') min = Math.max(min, fact.count)
    else if (fact.is === 'at-most') max = Math.min(max, fact.count)
    else if (fact.is === 'has-matching' || fact.is === 'has-other' || fact.is === 'has-bad-name')
      extras.push(fact)
  return { min, max, shapes, present, absent, extras, names }
}

/** What the value under a name has to hold; undefined where a pattern cannot be judged for the name. */
export const valueRules = (needs: ObjectNeeds, name: string): Literal[] | undefined => {
  const rules: Literal[] = [...(needs.present.get(name) ?? [])]
  for (const shape of needs.shapes) {
    const own = shape.properties.get(name)
    if (own) rules.push({ node: own, yes: true })
    let isPlanned = own !== undefined
    for (const [pattern, node] of shape.patterns) {
      const matches = matchesPattern(pattern, name)
      if (matches === undefined) return undefined
      if (matches) rules.push({ node, yes: true })
      isPlanned ||= matches
    }
    if (!isPlanned && shape.additional) rules.push({ node: shape.additional, yes: true })
  }
  return rules
}

/** Every name that a constraint speaks of. */
export const spokenNames = (needs: ObjectNeeds): ReadonlySet<string> =>
  new Set([
    ...needs.present.keys(),
    ...needs.shapes.flatMap((shape) => [...shape.properties.keys()]),
    ...needs.extras.flatMap((extra) => (extra.is === 'has-other' ? [...extra.limits.properties.keys()] : [])),
    ...needs.absent,
  ])

/** Every pattern that a constraint puts to names. */
export const spokenPatterns = (needs: ObjectNeeds): readonly string[] => [
  ...new Set([
    ...needs.shapes.flatMap((shape) => shape.patterns.map(([pattern]) => pattern)),
    ...needs.extras.flatMap((extra) => {
      if (extra.is === 'has-matching') return [extra.pattern]
      return extra.is === 'has-other' ? extra.limits.patterns.map(([pattern]) => pattern) : []
    }),
  ]),
]
