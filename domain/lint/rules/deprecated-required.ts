import { isJsonObject, type Json } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import { isProperty, type PlannedProperty } from '../linted-rule'

export const deprecatedRequired: LintRule = {
  id: 'deprecated-required',
  title: 'What is deprecated is not required',
  why: 'Apps cannot stop sending what they are still obliged to send.',
  checkEach:
    () =>
    ({ holding }, found) => {
      const deprecated = new Set([
        ...holding('deprecated').filter(({ schema }) => schema.deprecated === true),
        ...holding('description').filter(({ schema }) => saysSo(schema.description)),
        ...holding('title').filter(({ schema }) => saysSo(schema.title)),
        ...holding('labels').filter(({ schema }) => isLabelled(schema.labels)),
      ])
      return [...deprecated]
        .filter(isProperty)
        .filter(isRequired)
        .map((property) =>
          found(property, `"${property.name}" is deprecated and required. Make it optional.`),
        )
    },
}

const isRequired = ({ name, above }: PlannedProperty): boolean => {
  const required = above?.schema.required
  return Array.isArray(required) && required.includes(name)
}

const saysSo = (text: Json | undefined): boolean => typeof text === 'string' && /^\W*deprecated\b/i.test(text)

const isLabelled = (labels: Json | undefined): boolean =>
  isJsonObject(labels) &&
  Object.entries(labels).some(
    ([name, value]) => /^deprecated$/i.test(name) && !/^(no|false|0)$/i.test(String(value)),
  )
