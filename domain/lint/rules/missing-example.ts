import type { JsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import { type LintedRule, namesType } from '../linted-rule'

export const missingExample: LintRule = {
  id: 'missing-example',
  title: 'Every free value has an example where most have',
  why: 'An example says more than a type: with or without a currency sign, in cents or not.',
  check: ({ rules, properties }, found) => {
    if (!rules.some(givesExamples)) return []
    const free = properties.filter(({ schema }) => isFree(schema))
    const without = free.filter(({ schema }) => !hasExample(schema))
    // A plan that hardly gives examples has made up its mind.
    if (without.length * 2 >= free.length) return []
    return without.map((property) => found(property, 'It has no example, as most properties have.'))
  },
}

const givesExamples = ({ holding }: LintedRule): boolean =>
  holding('examples').length + holding('default').length > 0

const hasExample = ({ examples, default: usual }: JsonObject): boolean =>
  (Array.isArray(examples) && examples.length > 0) || usual !== undefined

const telling = ['enum', 'const', 'format', 'pattern', 'properties', 'items']

const isFree = (schema: JsonObject): boolean =>
  ['string', 'number', 'integer'].some((type) => namesType(schema, type)) &&
  !telling.some((keyword) => Object.hasOwn(schema, keyword))
