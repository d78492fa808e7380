import { isJsonObject } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import { ruleFromText } from '../../plan/rule-from-text'
import { valueAt } from '../../plan/schema-pointer'
import { updateSchemaText } from '../../plan/update-schema-text'
import type { LintRule } from '../lint-rule'
import { schemaPointerOf } from '../linted-rule'

export const unknownFormat: LintRule = {
  id: 'unknown-format',
  title: 'Every format is one that validators know',
  why: 'A format by another name is passed over, so nothing is checked by it.',
  checkEach:
    () =>
    ({ holding }, found) =>
      holding('format').flatMap((at) => {
        const { format } = at.schema
        if (typeof format !== 'string' || known.has(format)) return []
        const meant = meantBy(format)
        const nobody = `No validator knows the format "${format}".`
        if (meant === undefined) return [found(at, `${nobody} Use a pattern, or leave it out.`)]
        const what = `The format is written "${meant}".`
        return [found(at, `${nobody} Write "${meant}".`, { what, at: [schemaPointerOf(at)] })]
      }),
  fix: (rule, fix) => fix.at.reduce(withFormatSpeltRight, rule),
}

const withFormatSpeltRight = (rule: Rule, at: string): Rule => {
  const schema = valueAt(rule.jsonSchema, at)
  const format =
    isJsonObject(schema) && typeof schema.format === 'string' ? meantBy(schema.format) : undefined
  if (format === undefined) return rule
  const updated = updateSchemaText(rule.schemaText, [{ kind: 'set-format', at, format }])
  const reading = updated.ok ? ruleFromText(rule, updated.schemaText) : updated
  return reading.ok ? reading.rule : rule
}

/** JSON Schema draft-07, section 7.3, and `uuid`, which Segment's validator knows as well. */
const known: ReadonlySet<string> = new Set([
  ...['date', 'date-time', 'time', 'email', 'idn-email', 'hostname', 'idn-hostname', 'ipv4', 'ipv6', 'uuid'],
  ...['uri', 'uri-reference', 'uri-template', 'iri', 'iri-reference'],
  ...['json-pointer', 'relative-json-pointer', 'regex'],
])

/** Without capitals and signs, which is all that tells "dateTime" from "date-time". */
const letters = (format: string): string => format.toLowerCase().replace(/[^a-z0-9]/g, '')

const byLetters: ReadonlyMap<string, string> = new Map([...known].map((format) => [letters(format), format]))

const meantBy = (format: string): string | undefined => byLetters.get(letters(format))
