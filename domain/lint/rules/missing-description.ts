import { isJsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import { isEvent } from '../linted-plan'

export const missingDescription: LintRule = {
  id: 'missing-description',
  title: 'Every event and property says what it means',
  why: 'Nobody can send rightly what they cannot look up.',
  checkEach:
    () =>
    ({ rule, id, properties }, found) => {
      const ofProperties = properties
        .filter(({ schema }) => isBlank(schema.description))
        .map((property) => found(property, message))
      const { jsonSchema } = rule
      return isEvent(rule) && (!isJsonObject(jsonSchema) || isBlank(jsonSchema.description))
        ? [found({ rule: id }, message), ...ofProperties]
        : ofProperties
    },
}

/** The same words for every place, so that an event that describes nothing is one line in a list. */
const message = 'It has no description.'

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''
