import { isJsonObject, type Json, type JsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'

export const requiredNotPlanned: LintRule = {
  id: 'required-not-planned',
  title: 'What is required is planned',
  why: 'A required name without a description of what it holds is mostly a leftover or a typing error.',
  checkEach:
    () =>
    ({ holding }, found) =>
      holding('required').flatMap((at) =>
        missingIn(at.schema)
          .filter((name) => at.pointer !== '' || !ofTheCall.has(name))
          .map((name) =>
            found(at, `"${name}" is required and not planned. Plan it, or take it off the list.`),
          ),
      ),
}

const none: readonly string[] = []

/** Keywords by which other schemas may plan names for the same object. */
const elsewhere = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'patternProperties', 'dependencies']

const missingIn = (schema: JsonObject): readonly string[] => {
  const { required, properties } = schema
  if (!Array.isArray(required) || required.length === 0) return none
  // Without a map of names there is nothing to compare with: the object takes what comes.
  if (!isJsonObject(properties)) return none
  const planned = new Set<Json>(Object.keys(properties))
  if (planned.size === 0) return none
  if (required.every((name) => planned.has(name))) return none
  if (elsewhere.some((keyword) => Object.hasOwn(schema, keyword))) return none
  return required.filter((name) => typeof name === 'string' && !planned.has(name))
}

/** Segment's tracking API: what every call carries beside properties and traits. */
const ofTheCall: ReadonlySet<string> = new Set(
  'anonymousId category channel context event groupId integrations messageId name originalTimestamp previousId properties receivedAt sentAt timestamp traits type userId version'.split(
    ' ',
  ),
)
