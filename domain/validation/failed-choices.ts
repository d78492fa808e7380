import { isJsonObject, type Json } from '../plan/json'
import { valueAt } from '../plan/schema-pointer'
import type { SchemaError } from './compile-schema'

/** Which errors belong to a choice that failed, whose own error stands for them. */
export type FailedChoices = {
  readonly isInsideOne: (error: SchemaError) => boolean
  /** The errors of the branches of an `anyOf` or `oneOf`, by its index among the errors; none for any other error. */
  readonly branchErrors: (index: number) => readonly SchemaError[]
}

const choiceKeywords = new Set(['anyOf', 'oneOf', 'propertyNames'])

/** Time is in proportion to the errors, however many choices failed at however many places. */
export const failedChoices = (errors: readonly SchemaError[], schema: Json): FailedChoices => {
  const choices = errors.filter(({ keyword }) => choiceKeywords.has(keyword))
  if (choices.length === 0) return none
  // For each path of the schema that a choice holds, the places in the message where it failed.
  const places = new Map<string, Set<string>>()
  const held = new Map<string, readonly string[]>()
  const heldBy = ({ schemaPath }: SchemaError): readonly string[] => {
    const paths = held.get(schemaPath) ?? pathsHeld(schema, schemaPath)
    held.set(schemaPath, paths)
    return paths
  }
  for (const choice of choices)
    for (const path of heldBy(choice)) {
      const known = places.get(path) ?? new Set()
      places.set(path, known.add(choice.instancePath))
    }
  return {
    isInsideOne: (error) =>
      properPrefixes(error.schemaPath).some((path) => {
        const failedAt = places.get(path)
        return failedAt !== undefined && prefixes(error.instancePath).some((place) => failedAt.has(place))
      }),
    branchErrors: (index) => {
      const choice = errors[index]
      if (choice?.keyword !== 'anyOf' && choice?.keyword !== 'oneOf') return []
      const paths = heldBy(choice)
      // The validator tells the errors of the branches just before the choice itself.
      let start = index
      while (start > 0 && belongs(errors[start - 1], choice, paths)) start -= 1
      return errors.slice(start, index)
    },
  }
}

const none: FailedChoices = { isInsideOne: () => false, branchErrors: () => [] }

const belongs = (error: SchemaError | undefined, choice: SchemaError, paths: readonly string[]): boolean =>
  error !== undefined &&
  isAtOrBelow(error.instancePath, choice.instancePath) &&
  paths.some((path) => error.schemaPath.startsWith(`${path}/`))

const isAtOrBelow = (place: string, other: string): boolean =>
  place === other || place.startsWith(`${other}/`)

/** `/a/b` is reached through the whole, `/a` and itself. */
const prefixes = (pointer: string): string[] => [...properPrefixes(pointer), pointer]

const properPrefixes = (pointer: string): string[] => {
  const found: string[] = []
  for (let at = pointer.indexOf('/'); at >= 0; at = pointer.indexOf('/', at + 1))
    found.push(pointer.slice(0, at))
  return found
}

/** The schema path of a choice and those of the definitions that it leads to. */
const pathsHeld = (schema: Json, schemaPath: string): readonly string[] => {
  const paths = new Set([schemaPath])
  const look = (part: Json | undefined): void => {
    if (typeof part !== 'object' || part === null) return
    const reference = isJsonObject(part) ? part.$ref : undefined
    if (typeof reference === 'string' && reference.startsWith('#/') && !paths.has(reference)) {
      paths.add(reference)
      look(partAt(schema, reference))
    }
    for (const inner of Object.values(part)) look(inner as Json)
  }
  look(partAt(schema, schemaPath))
  return [...paths]
}

/** Paths are URI fragments: JSON pointers, percent-encoded. */
const partAt = (schema: Json, path: string): Json | undefined => {
  try {
    return valueAt(schema, decodeURIComponent(path.slice(1)))
  } catch {
    return undefined
  }
}
