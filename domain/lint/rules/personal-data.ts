import { isJsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import { wordsOf } from '../words'

export const personalData: LintRule = {
  id: 'personal-data-unmarked',
  title: 'Personal data is marked as such',
  why: 'Whoever connects a destination has to see that it would receive personal data. Mark it by a label such as pii.',
  severity: 'warning',
  check: ({ properties }) =>
    properties
      .filter(({ name, schema }) => isPersonal(name, schema.format) && !isMarked(schema.labels))
      .map(({ rule, pointer, name }) => ({
        rule,
        pointer,
        message: `"${name}" looks like personal data and is not marked`,
      })),
}

const personal =
  /^((e ?)?mail( address)?|(first|last|full|middle|sur|birth) ?name|phone( number)?|mobile( number)?|ssn|social security( number)?|passport( number)?|birth ?(day|date)|date of birth|dob|street( address)?|address( line)?( \d)?|zip( code)?|postal code|ip( address)?|password|latitude|longitude)$/

const isPersonal = (name: string, format: unknown): boolean =>
  personal.test(wordsOf(name).join(' ')) || format === 'email' || format === 'ipv4' || format === 'ipv6'

const isMarked = (labels: unknown): boolean =>
  isJsonObject(labels) && Object.keys(labels).some((name) => /pii|personal|privacy|sensitive/i.test(name))
