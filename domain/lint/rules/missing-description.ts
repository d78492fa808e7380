import { isJsonObject } from '../../plan/json'
import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'
import { remembered } from '../remembered'

export const missingDescription: LintRule = {
  id: 'missing-description',
  title: 'Every event and property says what it means',
  why: 'Nobody can send rightly what they cannot look up.',
  check: ({ events, properties }, found) => {
    const messageOn = remembered((name) => `"${name}" has no description.`)
    return [
      ...events
        .filter(({ jsonSchema }) => !isJsonObject(jsonSchema) || isBlank(jsonSchema.description))
        .map((event) => found({ rule: ruleIdOf(event) }, messageOn(event.key))),
      ...properties
        .filter(({ schema }) => isBlank(schema.description))
        .map((property) => found(property, messageOn(property.name))),
    ]
  },
}

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''
