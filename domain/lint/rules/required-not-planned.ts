import { isJsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import { plannedObjects } from '../planned-objects'

export const requiredNotPlanned: LintRule = {
  id: 'required-not-planned',
  title: 'What is required is planned',
  why: 'A required name without a description of what it holds is mostly a leftover or a typing error.',
  severity: 'warning',
  check: ({ rules }) =>
    rules.flatMap(plannedObjects).flatMap(({ rule, pointer, schema }) => {
      const planned = isJsonObject(schema.properties) ? schema.properties : {}
      const names = Array.isArray(schema.required) ? schema.required : []
      return names
        .filter((name) => typeof name === 'string' && !Object.hasOwn(planned, name))
        .map((name) => ({ rule, pointer, message: `"${name}" is required and not planned` }))
    }),
}
