import { isTypeName } from '../../plan/defects/draft-seven'
import type { Json } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import type { PlannedProperty } from '../linted-rule'

export const differentTypes: LintRule = {
  id: 'different-types',
  title: 'A property has one type wherever it occurs',
  why: 'A warehouse column has one type; what does not fit is lost or becomes text.',
  check: ({ properties }, found) =>
    [...byNameAndType(properties)].flatMap(([name, byType]) => {
      const [usual, ...others] = [...byType].sort(([, a], [, b]) => b.length - a.length)
      return others.flatMap(([type, rare]) => {
        const message = `"${name}" is ${type} here and ${usual?.[0]} in other places. Settle on one.`
        return rare.map((property) => found(property, message))
      })
    }),
}

type ByType = Map<string, PlannedProperty[]>

/** Within objects a name can mean another thing; of a type that does not exist another rule tells. */
const byNameAndType = (properties: readonly PlannedProperty[]): ReadonlyMap<string, ByType> => {
  const byName = new Map<string, ByType>()
  for (const property of properties) {
    const type = property.isNested ? unknown : typeWords(property.schema.type)
    if (type === unknown) continue
    const byType: ByType = byName.get(property.name) ?? new Map()
    const alike = byType.get(type)
    if (alike) alike.push(property)
    else byName.set(property.name, byType.set(type, [property]))
  }
  return byName
}

const unknown = ''

/** Whether null is allowed does not make another column, nor does an integer beside numbers. */
const typeWords = (type: Json | undefined): string => {
  if (typeof type === 'string') return isTypeName(type) && type !== 'null' ? type : unknown
  if (!Array.isArray(type) || !type.every(isTypeName)) return unknown
  if (type.length === 2 && type.includes('null'))
    return String(type.find((name) => name !== 'null') ?? unknown)
  return [...new Set(type)]
    .filter((name) => name !== 'null' && !(name === 'integer' && type.includes('number')))
    .sort()
    .join(' or ')
}
