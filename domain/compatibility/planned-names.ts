import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Budget } from './budget'
import { References } from './references'

/** The names that a schema speaks of, place by place, whichever of its parts speaks of them. */
type Plan = {
  readonly names: Map<string, Plan>
  readonly patterns: Map<string, Plan>
  /** What a list holds, all positions together. */
  items?: Plan
  others?: Plan
  /** Other names are welcome, since the schema says so. */
  open: boolean
  /** The schema leads out or back into itself here, so nothing is said about names. */
  unclear: boolean
}

/**
 * A schema that refuses names which the plan does not speak of, at every place where it speaks of some. Together with
 * the plan's own schema it is the reading in which a plan is meant: nobody sends what nobody planned. A place with an
 * `additionalProperties` of its own keeps it.
 */
export const plannedNames = (schema: Json, budget: Budget): Json => {
  const plan = emptyPlan()
  let known: References | undefined
  const references = () => (known ??= new References(schema))
  collect(schema, plan, { references, path: new Set(), budget })
  return closedTo(plan)
}

type Walk = {
  readonly references: () => References
  readonly path: ReadonlySet<string>
  readonly budget: Budget
}

const emptyPlan = (): Plan => ({ names: new Map(), patterns: new Map(), open: false, unclear: false })

const planAt = (plans: Map<string, Plan>, name: string): Plan => {
  const plan = plans.get(name) ?? emptyPlan()
  plans.set(name, plan)
  return plan
}

const collect = (schema: Json, plan: Plan, walk: Walk): void => {
  walk.budget.spend()
  if (!isJsonObject(schema)) return
  if (typeof schema.$ref === 'string') {
    collectReference(schema.$ref, plan, walk)
    return
  }
  collectNames(schema, plan, walk)
  collectItems(schema, plan, walk)
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    for (const part of listOf(schema[keyword])) collect(part, plan, walk)
  for (const keyword of ['if', 'then', 'else', 'not']) collect(schema[keyword] ?? true, plan, walk)
}

const collectReference = (reference: string, plan: Plan, walk: Walk): void => {
  const references = walk.references()
  const target = references.hasAddresses ? undefined : references.resolve(reference, references.base)
  if (target === undefined || walk.path.has(reference)) plan.unclear = true
  else collect(target.schema, plan, { ...walk, path: new Set([...walk.path, reference]) })
}

const collectNames = (schema: JsonObject, plan: Plan, walk: Walk): void => {
  const { properties, patternProperties, dependencies, required, additionalProperties } = schema
  for (const [name, part] of entriesOf(properties)) collect(part, planAt(plan.names, name), walk)
  for (const [pattern, part] of entriesOf(patternProperties))
    collect(part, planAt(plan.patterns, pattern), walk)
  for (const name of listOf(required)) if (typeof name === 'string') planAt(plan.names, name)
  for (const [name, part] of entriesOf(dependencies)) {
    planAt(plan.names, name)
    for (const other of listOf(part)) if (typeof other === 'string') planAt(plan.names, other)
    collect(part, plan, walk)
  }
  if (additionalProperties === undefined || additionalProperties === false) return
  plan.open = true
  plan.others ??= emptyPlan()
  collect(additionalProperties, plan.others, walk)
}

const collectItems = (schema: JsonObject, plan: Plan, walk: Walk): void => {
  const { items, additionalItems, contains } = schema
  const parts = [...(Array.isArray(items) ? items : [items]), additionalItems, contains]
  for (const part of parts) {
    if (part === undefined) continue
    plan.items ??= emptyPlan()
    collect(part, plan.items, walk)
  }
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

const entriesOf = (value: Json | undefined): [string, Json][] =>
  value !== undefined && isJsonObject(value) ? Object.entries(value) : []

const closedTo = (plan: Plan): Json => {
  if (plan.unclear) return true
  const closed = (plans: ReadonlyMap<string, Plan>) =>
    Object.fromEntries([...plans].map(([name, inner]) => [name, closedTo(inner)]))
  const speaks = plan.names.size > 0 || plan.patterns.size > 0
  const others = plan.open ? (plan.others ? closedTo(plan.others) : true) : !speaks
  const schema: JsonObject = {
    ...(plan.names.size > 0 && { properties: closed(plan.names) }),
    ...(plan.patterns.size > 0 && { patternProperties: closed(plan.patterns) }),
    ...(others !== true && { additionalProperties: others }),
    ...(plan.items && { items: closedTo(plan.items) }),
  }
  return Object.keys(schema).length === 0 ? true : schema
}
