import { knownDefects } from '../../plan/defects/known-defects'
import { repairSchema } from '../../plan/defects/repair-schema'
import { ruleIdOf } from '../../plan/rule-id'
import { toMessagePointer } from '../../plan/schema-pointer'
import type { LintRule } from '../lint-rule'

export const knownDefect: LintRule = {
  id: 'known-defect',
  title: 'Every schema is JSON Schema draft-07',
  why: 'What departs from it judges nothing, or makes strict tools refuse the whole rule.',
  severity: 'warning',
  check: ({ rules }) =>
    rules.flatMap((rule) => {
      if (knownDefects(rule.jsonSchema).length === 0) return []
      const { repairs, left } = repairSchema(rule.jsonSchema)
      return [
        ...repairs.map(({ defect, what }) => ({
          rule: ruleIdOf(rule),
          pointer: placeOf(defect.pointer),
          message: `${defect.pointer}: ${defect.explanation}`,
          fix: { what },
        })),
        ...left.map(({ pointer, explanation }) => ({
          rule: ruleIdOf(rule),
          pointer: placeOf(pointer),
          message: `${pointer}: ${explanation}`,
        })),
      ]
    }),
}

/** The nearest place in the message. */
const placeOf = (schemaPointer: string): string =>
  toMessagePointer(schemaPointer) ??
  toMessagePointer(schemaPointer.slice(0, schemaPointer.lastIndexOf('/'))) ??
  ''
