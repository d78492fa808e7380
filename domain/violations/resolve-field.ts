import { isJsonObject, type Json } from '../plan/json'

/** A dotted field as path segments, indices folded to `*`; `planned` says whether the schema knows every step. */
export type ResolvedField = { readonly path: readonly string[]; readonly planned: boolean }

/**
 * Resolves Segment's dotted field (`properties.products.0.sku`, `properties.products.$.sku`) against the rule's
 * schema. Dots are ambiguous: a planned name that holds dots wins over the steps it looks like. Where the schema is
 * silent or absent, every dot is a step and numbers below the first level are indices.
 */
export const resolveField = (field: string, schema: Json | null): ResolvedField => {
  const steps = field.split('.')
  const planned = schema === null ? null : walk(steps, schema)
  return planned ? { path: planned, planned: true } : { path: guess(steps), planned: false }
}

const walk = (steps: readonly string[], schema: Json): string[] | null => {
  if (steps.length === 0) return []
  if (!isJsonObject(schema)) return null
  // The longest planned name first: where `a.b` is planned beside `a`, the field `a.b` means the former.
  for (let count = steps.length; count > 0; count -= 1) {
    const name = steps.slice(0, count).join('.')
    const child = plannedChild(schema, name)
    const rest = child === undefined ? null : walk(steps.slice(count), child)
    if (rest) return [name, ...rest]
  }
  const [step = '', ...rest] = steps
  if (!isIndex(step) || !isJsonObject(schema.items)) return null
  const below = walk(rest, schema.items)
  return below ? ['*', ...below] : null
}

const plannedChild = ({ properties }: { readonly [key: string]: Json }, name: string): Json | undefined =>
  isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined

const guess = (steps: readonly string[]): string[] =>
  steps.map((step, depth) => (step === '$' || (depth > 1 && isIndex(step)) ? '*' : step))

const isIndex = (step: string): boolean => step === '$' || /^\d+$/.test(step)
