import type { LintRule } from '../lint-rule'
import { casingOf, tellsCasing, usualCasing } from '../words'

export const propertyCasing: LintRule = {
  id: 'property-casing',
  title: 'Properties are written in one way',
  why: 'In a warehouse each way of writing becomes a column of its own.',
  severity: 'warning',
  check: ({ properties }) => {
    const usual = usualCasing(properties.map(({ name }) => name))
    return properties
      .filter(({ name }) => usual !== undefined && tellsCasing(name) && casingOf(name) !== usual)
      .map(({ rule, pointer, name }) => ({
        rule,
        pointer,
        message: `"${name}" is not in ${usual}, as most properties are`,
      }))
  },
}
