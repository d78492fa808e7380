import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'
import { typesNamed } from '../planned-properties'

export const differentTypes: LintRule = {
  id: 'different-types',
  title: 'A property has one type wherever it occurs',
  why: 'A warehouse column has one type; what does not fit is lost or becomes text.',
  severity: 'warning',
  check: ({ properties }) => {
    const typed = properties.filter(({ schema, isNested }) => !isNested && typesNamed(schema).length > 0)
    return [...grouped(typed, ({ name }) => name).values()].flatMap((group) => {
      const byType = [...grouped(group, ({ schema }) => typeWords(typesNamed(schema)))].sort(
        ([, a], [, b]) => b.length - a.length,
      )
      const usual = byType[0]?.[0]
      return byType.slice(1).flatMap(([type, rare]) =>
        rare.map(({ rule, pointer, name }) => ({
          rule,
          pointer,
          message: `"${name}" is ${type} here and ${usual} in other places`,
        })),
      )
    })
  },
}

/** Whether null is allowed does not make another column. */
const typeWords = (types: readonly string[]): string => {
  const kept = types.filter((type) => type !== 'null')
  return kept.length === 0 ? 'null' : [...kept].sort().join(' or ')
}
