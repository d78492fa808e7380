import { fitsCasing, usualCasing } from '../../plan/words'
import type { LintRule } from '../lint-rule'

export const propertyCasing: LintRule = {
  id: 'property-casing',
  title: 'Properties are written in one way',
  why: 'In a warehouse each way of writing becomes a column of its own.',
  check: ({ names, propertiesNamed }, found) => {
    const usual = usualCasing(names)
    if (usual === undefined) return []
    return propertiesNamed((name) => !fitsCasing(name, usual)).map((property) =>
      found(property, `"${property.name}" is not in ${usual}, as most properties are.`),
    )
  },
}
