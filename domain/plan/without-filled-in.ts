import { type ExactJson, type ExactObject, isExactObject } from './exact-json'

/** The sections of a call that Segment plans by itself. */
const filledIn = ['context', 'traits'] as const

/**
 * Segment Public API: a rule that is stored without `context` or `traits` beside its properties comes back with
 * them as empty schemas. For comparing, an empty one is therefore the same as none.
 */
export const withoutFilledIn = (schema: ExactJson): ExactJson => {
  if (!isExactObject(schema) || !isExactObject(schema.properties)) return schema
  const sections = Object.entries(schema.properties).filter(
    ([name, section]) => !(filledIn.some((known) => known === name) && isEmptySchema(section)),
  )
  return { ...schema, properties: Object.fromEntries(sections) satisfies ExactObject }
}

const isEmptySchema = (section: ExactJson): boolean =>
  isExactObject(section) && Object.keys(section).length === 0
