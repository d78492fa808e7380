import { type ExactJson, type ExactObject, isExactArray, isExactObject } from '../exact-json'
import { plainJson } from '../parse-schema'
import { set } from '../schema-path'
import { pointerSegments } from '../schema-pointer'
import { type Defect, knownDefects } from './known-defects'
import { type Certainty, readAsSchema, repairers } from './repair-defect'

export type Repair = { readonly defect: Defect; readonly certainty: Certainty; readonly what: string }

export type SchemaRepaired = {
  readonly schema: ExactJson
  readonly repairs: readonly Repair[]
  /** Defects that nothing was done about: there is no repair, or it would be a guess. */
  readonly left: readonly Defect[]
}

/** Which repairs are made: the certain ones, `guess` the others as well, or those that `choose` says yes to. */
export type RepairOptions = {
  readonly guess?: boolean
  readonly choose?: (offered: Pick<Repair, 'defect' | 'certainty'>) => boolean
}

/** Repairs the known defects of a schema. What has no defect stays as it is, key order included. */
export const repairSchema = (
  schema: ExactJson,
  { guess = false, choose = ({ certainty }) => guess || certainty === 'certain' }: RepairOptions = {},
): SchemaRepaired => {
  const repairs: Repair[] = []
  let repaired = schema
  // What is read anew can hold defects that could not be seen before.
  for (;;) {
    const round = repairOnce(repaired, choose)
    if (round.repairs.length === 0) return { schema: repaired, repairs, left: round.left }
    repaired = round.schema
    repairs.push(...round.repairs)
  }
}

const repairOnce = (schema: ExactJson, choose: Required<RepairOptions>['choose']): SchemaRepaired => {
  const repairs: Repair[] = []
  const left: Defect[] = []
  let repaired = schema
  // From the root down: an object says what it requires before its properties add themselves to the list. No repair
  // moves what another one names.
  for (const defect of [...knownDefects(plainJson(schema))].sort(byDepth)) {
    const offered = offeredRepair(repaired, defect)
    if (!offered || !choose({ defect, certainty: offered.certainty })) left.push(defect)
    else {
      repaired = offered.schema
      repairs.push({ defect, certainty: offered.certainty, what: offered.what })
    }
  }
  return { schema: repaired, repairs, left }
}

const byDepth = (a: Defect, b: Defect): number => depthOf(a) - depthOf(b)

const depthOf = ({ pointer }: Defect): number => pointerSegments(pointer).length

type Offered = Pick<Repair, 'certainty' | 'what'> & { readonly schema: ExactJson }

/** What the repair of one defect makes of the schema; null where there is none. */
const offeredRepair = (schema: ExactJson, defect: Defect): Offered | null => {
  const segments = pointerSegments(defect.pointer)
  const keyword = segments.at(-1)
  // What a rule that is no schema at all was meant to say, nobody can know.
  if (keyword === undefined) return null
  if (defect.name === 'schema-is-not-a-schema') {
    const { node, ...told } = readAsSchema(at(schema, segments) ?? null)
    return { ...told, schema: change(schema, segments, () => node) }
  }
  const holderPath = segments.slice(0, -1)
  const holder = at(schema, holderPath)
  // Another repair may have taken it along.
  if (!isExactObject(holder) || !Object.hasOwn(holder, keyword)) return null
  const repair = repairers[defect.name](holder, keyword, defect)
  if (!repair) return null
  const { node, isRequired, ...told } = repair
  const edited = change(schema, holderPath, () => node)
  if (!isRequired) return { ...told, schema: edited }
  const around = holderPath.slice(0, -2)
  const required = requiring(at(schema, around), holderPath.at(-1) ?? '')
  return required && { ...told, schema: change(edited, around, (object) => withList(object, required)) }
}

/** Null where the object around lists what it requires in no readable way. */
const requiring = (around: ExactJson | undefined, name: string): readonly ExactJson[] | null => {
  if (!isExactObject(around)) return null
  const listed = around.required ?? []
  if (!isExactArray(listed)) return null
  return listed.includes(name) ? listed : [...listed, name]
}

const withList = (object: ExactJson, required: readonly ExactJson[]): ExactJson =>
  isExactObject(object) ? set(object, 'required', required) : object

const at = (schema: ExactJson, segments: readonly string[]): ExactJson | undefined =>
  segments.reduce<ExactJson | undefined>((here, segment) => {
    if (isExactArray(here)) return here[Number(segment)]
    return isExactObject(here) ? own(here, segment) : undefined
  }, schema)

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
