import { isMarkedPersonal, isPersonalFormat, isPersonalName } from '../../plan/personal-data'
import { isFlag } from '../is-flag'
import type { LintRule } from '../lint-rule'
import { isProperty, type PlannedSchema } from '../linted-rule'
import { remembered } from '../remembered'

export const personalData: LintRule = {
  id: 'personal-data-unmarked',
  title: 'Personal data is marked as such',
  why: 'Whoever connects a destination has to see that it would receive personal data.',
  checkEach: () => {
    const isPersonal = remembered(isPersonalName)
    return ({ properties, holding }, found) => {
      const personalOnes = new Set<PlannedSchema>([
        ...properties.filter(({ name, schema }) => isPersonal(name) && !isFlag(schema)),
        ...holding('format').filter(({ schema }) => isPersonalFormat(schema.format)),
      ])
      if (personalOnes.size === 0) return []
      // What stands inside an address is told, and marked, with the address.
      const isCovered = ({ above }: PlannedSchema): boolean =>
        above !== null &&
        ((isProperty(above) && (personalOnes.has(above) || isMarkedPersonal(above.schema))) ||
          isCovered(above))
      return [...personalOnes]
        .filter(isProperty)
        .filter((property) => !isMarkedPersonal(property.schema) && !isCovered(property))
        .map((property) =>
          found(
            property,
            `"${property.name}" looks like personal data. Mark it by a label such as pii, or say so in its description.`,
          ),
        )
    }
  },
}
