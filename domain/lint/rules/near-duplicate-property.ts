import { sameness } from '../../plan/words'
import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'
import { namesType, type PlannedProperty } from '../linted-rule'

export const nearDuplicateProperties: LintRule = {
  id: 'near-duplicate-property',
  title: 'No property is written in two ways',
  why: 'Whoever reads the data has to know both, and will miss one.',
  check: ({ names, propertiesNamed }, found) => {
    const written = grouped([...names.keys()], sameness)
    const isSeveral = (name: string) => (written.get(sameness(name))?.length ?? 0) > 1
    const several = propertiesNamed(isSeveral).filter(({ isNested }) => !isNested)
    // One product and a list of products are rightly called so.
    const alike = grouped(several, (property) => `${isList(property)} ${sameness(property.name)}`)
    return [...alike.values()].flatMap(unusual).map(({ property, usual }) => {
      const message = `"${property.name}" is written "${usual}" in other places. Write it in one way.`
      return found(property, message)
    })
  },
}

const isList = ({ schema }: PlannedProperty): boolean => namesType(schema, 'array')

/** Those that are written in another way than most. */
const unusual = (alike: readonly PlannedProperty[]) => {
  const spellings = [...grouped(alike, ({ name }) => name)].sort(([, a], [, b]) => b.length - a.length)
  const usual = spellings[0]?.[0] ?? ''
  return spellings.slice(1).flatMap(([, rare]) => rare.map((property) => ({ property, usual })))
}
