import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'
import { sameness } from '../words'

export const nearDuplicateProperties: LintRule = {
  id: 'near-duplicate-property',
  title: 'No property is written in two ways',
  why: 'Whoever reads the data has to know both, and will miss one.',
  severity: 'warning',
  check: ({ properties }) => {
    const alike = grouped(
      properties.filter(({ isNested }) => !isNested),
      ({ name }) => sameness(name),
    )
    return [...alike.values()].flatMap((group) => {
      const spellings = [...grouped(group, ({ name }) => name).values()].sort((a, b) => b.length - a.length)
      const usual = spellings[0]?.[0]?.name
      return spellings.slice(1).flatMap((rare) =>
        rare.map(({ rule, pointer, name }) => ({
          rule,
          pointer,
          message: `"${name}" is written "${usual}" in other places`,
        })),
      )
    })
  },
}
