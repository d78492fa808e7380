import { isJsonObject } from '../../plan/json'
import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const missingDescription: LintRule = {
  id: 'missing-description',
  title: 'Every event and property says what it means',
  why: 'Nobody can send rightly what they cannot look up.',
  severity: 'info',
  check: ({ events, properties }) => [
    ...events
      .filter(({ jsonSchema }) => !isJsonObject(jsonSchema) || isBlank(jsonSchema.description))
      .map((rule) => ({ rule: ruleIdOf(rule), message: `"${rule.key}" has no description` })),
    ...properties
      .filter(({ schema }) => isBlank(schema.description))
      .map(({ rule, pointer, name }) => ({ rule, pointer, message: `"${name}" has no description` })),
  ],
}

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''
