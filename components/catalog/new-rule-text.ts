import { updateSchemaText } from '@/domain/plan/update-schema-text'

const section = { type: 'object' } as const

/** The schema of a rule that plans nothing yet, laid out as Segment lays rules out. */
const emptyRule = (key: string | null) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  ...(key !== null && { title: key }),
  description: '',
  properties: { context: section, traits: section, properties: section },
})

/**
 * The text of a new rule: empty, or a copy of another rule's text under the new description.
 *
 * @param copied the text of the rule that is copied, null for none
 */
export const newRuleText = (key: string | null, description: string, copied: string | null): string => {
  const text = copied ?? JSON.stringify(emptyRule(key), null, 2)
  const described = updateSchemaText(text, [{ kind: 'set-description', at: '', text: description }])
  return described.ok ? described.schemaText : text
}
