import type { ExactObject } from '../../plan/exact-json'
import type { Json } from '../../plan/json'
import { typesOf } from '../../traffic/infer-schema'
import { byNode, type Candidate, nodeAt, placeName } from './candidate'
import { isDirty } from './dirty-value'
import type { BrokenConstraint, Evidence } from './evidence'
import { cleanValues } from './seen-texts'

/** Ways to let a value be of another type, the narrowest first. */
export const loosenType = (
  constraint: BrokenConstraint,
  { rule, values }: Evidence,
): readonly (Candidate | null)[] => {
  const { pointer } = constraint
  const node = rule && nodeAt(rule, pointer)
  if (rule === null || node === null) return []
  const planned = [node.type ?? []].flat().filter((type): type is string => typeof type === 'string')
  const given =
    values.length > 0
      ? typesOf(cleanValues(values).map(({ value }) => value))
      : reportedType(constraint.message)
  const missing = given.filter(
    (type) => !planned.includes(type) && !(type === 'integer' && planned.includes('number')),
  )
  const others = missing.filter((type) => type !== 'null')
  const called = `“${placeName(pointer)}”`
  const isMeant = (value: Json) => !isDirty(value)
  const taking = (types: readonly string[], told: Omit<Candidate, 'edits'>) =>
    byNode(rule, pointer, (found) => withTypes(found, planned, types), told)
  return [
    missing.includes('null')
      ? taking(['null'], {
          kind: 'allow-null',
          title: `Let ${called} be null`,
          detail: 'It may be empty; every other value is judged as before.',
          means: (value) => value === null,
        })
      : null,
    others.length > 0
      ? taking(others, {
          kind: 'widen-type',
          title: `Let ${called} be ${others.join(' or ')} too`,
          detail: `Planned is ${planned.join(' or ') || 'any type'}.`,
          means: isMeant,
        })
      : null,
    others.length > 0 && missing.includes('null')
      ? taking(missing, {
          kind: 'widen-type',
          title: `Let ${called} be ${missing.join(' or ')} too`,
          detail: `Planned is ${planned.join(' or ')}.`,
          means: isMeant,
        })
      : null,
    byNode(rule, pointer, onlyWords, {
      kind: 'allow-anything',
      title: `Let ${called} be anything`,
      detail: 'Nothing that is sent there is looked at any more.',
      means: isMeant,
    }),
  ]
}

/** xeipuuv/gojsonschema: `Invalid type. Expected: number, given: string`. */
const reportedType = (message: string): readonly string[] => {
  const type = /given: "?(\w+)/i.exec(message)?.[1]?.toLowerCase()
  return type === undefined ? [] : [type]
}

const withTypes = (node: ExactObject, planned: readonly string[], more: readonly string[]): ExactObject => {
  const types = [...planned.filter((type) => !(type === 'integer' && more.includes('number'))), ...more]
  const list: ExactObject =
    Array.isArray(node.enum) && more.includes('null') ? { enum: [...node.enum, null] } : {}
  return { ...node, type: types, ...list }
}

/** Keywords that say what a place is for. */
export const onlyWords = (node: ExactObject): ExactObject =>
  Object.fromEntries(Object.entries(node).filter(([keyword]) => words.has(keyword)))

const words = new Set(['title', 'description', '$comment', 'examples', 'default', 'labels'])
