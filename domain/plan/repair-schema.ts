import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import { type Defect, knownDefects } from './known-defects'
import { plainJson } from './parse-schema'
import { type Certainty, type DefectRepair, repairers } from './repair-defect'
import { set } from './schema-path'
import { pointerSegments } from './schema-pointer'

export type Repair = { readonly defect: Defect; readonly certainty: Certainty; readonly what: string }

export type SchemaRepaired = {
  readonly schema: ExactJson
  readonly repairs: readonly Repair[]
  /** Defects that nothing was done about: there is no repair, or it would be a guess. */
  readonly left: readonly Defect[]
}

/**
 * Repairs the known defects of a schema. Without `guess` only the certain repairs are made. What has no defect stays
 * as it is, key order included.
 */
export const repairSchema = (schema: ExactJson, { guess = false } = {}): SchemaRepaired => {
  const byPointer = new Map(knownDefects(plainJson(schema)).map((defect) => [defect.pointer, defect]))
  // From the leaves up, so that the places above still hold.
  const defects = [...byPointer.values()].sort((a, b) => depthOf(b) - depthOf(a))
  const repairs: Repair[] = []
  const left: Defect[] = []
  let repaired = schema
  for (const defect of defects) {
    const result = repairOne(repaired, defect, guess)
    if (!result) left.push(defect)
    else {
      repaired = result.schema
      repairs.push({ defect, certainty: result.repair.certainty, what: result.repair.what })
    }
  }
  return { schema: repaired, repairs, left }
}

const depthOf = ({ pointer }: Defect): number => pointerSegments(pointer).length

const repairOne = (schema: ExactJson, defect: Defect, guess: boolean) => {
  const segments = pointerSegments(defect.pointer)
  const keyword = segments.at(-1)
  // A whole rule that is no schema, or a member of a list, has no keyword to repair.
  if (keyword === undefined) return null
  const holder = segments.slice(0, -1)
  let repair: DefectRepair | null = null
  const edited = change(schema, holder, (node) => {
    repair = isExactObject(node) ? repairers[defect.name](node, keyword, defect) : null
    return repair?.node ?? node
  })
  const made = repair as DefectRepair | null
  if (!made || (made.certainty === 'guess' && !guess)) return null
  const name = holder.at(-1)
  const isMoved = made.isRequired === true && name !== undefined
  return { repair: made, schema: isMoved ? change(edited, holder.slice(0, -2), requiring(name)) : edited }
}

const requiring =
  (name: string) =>
  (node: ExactJson): ExactJson => {
    if (!isExactObject(node)) return node
    const listed = isExactArray(node.required) ? node.required : []
    return listed.includes(name) ? node : set(node, 'required', [...listed, name])
  }

const change = (
  value: ExactJson,
  [segment, ...rest]: readonly string[],
  edit: (node: ExactJson) => ExactJson,
): ExactJson => {
  if (segment === undefined) return edit(value)
  if (isExactArray(value))
    return value.map((item, i) => (i === Number(segment) ? change(item, rest, edit) : item))
  const child = isExactObject(value) ? own(value, segment) : undefined
  return child === undefined ? value : set(value as ExactObject, segment, change(child, rest, edit))
}

const own = (object: ExactObject, key: string): ExactJson | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined
