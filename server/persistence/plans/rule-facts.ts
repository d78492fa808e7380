import { knownDefects } from '@/domain/plan/defects/known-defects'
import { isJsonObject, type Json, type JsonObject } from '@/domain/plan/json'
import type { Rule, RuleType } from '@/domain/plan/rule'
import { storableText } from '../rows/storable-text'

/** What the catalog asks of a rule without opening its schema; derived from the schema when a rule is stored. */
export type RuleFacts = {
  readonly description: string
  readonly labels: Readonly<Record<string, string>>
  readonly propertyNames: readonly string[]
  readonly requiredCount: number
  /** Known defects for which a strict validator refuses the schema. */
  readonly defectCount: number
}

/**
 * Reads description, labels, the names of the properties (traits, for IDENTIFY and GROUP) and how many of them are
 * required. Never throws on a defective schema: what is not understood counts as absent.
 */
export const ruleFacts = ({ type, jsonSchema }: Pick<Rule, 'type' | 'jsonSchema'>): RuleFacts => {
  const sections = sectionNames[type].map((name) => member(member(jsonSchema, 'properties'), name))
  const names = sections.flatMap((section) => Object.keys(objectOr(member(section, 'properties'))))
  const required = sections.flatMap((section) => requiredNames(section))
  const description = member(jsonSchema, 'description')
  return {
    description: typeof description === 'string' ? storableText(description) : '',
    labels: Object.fromEntries(
      Object.entries(objectOr(member(jsonSchema, 'labels')))
        .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
        .map(([name, value]) => [storableText(name), storableText(value)]),
    ),
    propertyNames: [...new Set(names.map(storableText))],
    requiredCount: required.length,
    defectCount: knownDefects(jsonSchema).filter(({ strict }) => strict === 'refuses').length,
  }
}

// Segment Public API: a TRACK, PAGE or SCREEN rule plans `properties`, IDENTIFY and GROUP plan `traits`, and the
// COMMON rule may plan the whole message.
const sectionNames: Readonly<Record<RuleType, readonly string[]>> = {
  TRACK: ['properties'],
  PAGE: ['properties'],
  SCREEN: ['properties'],
  IDENTIFY: ['traits'],
  GROUP: ['traits'],
  COMMON: ['properties', 'traits', 'context'],
}

const requiredNames = (section: Json | undefined): readonly string[] => {
  const required = member(section, 'required')
  if (!Array.isArray(required)) return []
  return [...new Set(required.filter((name): name is string => typeof name === 'string'))]
}

const member = (value: Json | undefined, name: string): Json | undefined =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

const objectOr = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {})
