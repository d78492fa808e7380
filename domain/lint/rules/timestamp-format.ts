import type { LintRule } from '../lint-rule'
import { typesNamed } from '../planned-properties'

export const timestampFormat: LintRule = {
  id: 'timestamp-format',
  title: 'Points in time are checked as such',
  why: 'Text without a format takes any way of writing a date, and readers have to guess.',
  severity: 'info',
  check: ({ properties }) =>
    properties
      .filter(({ name, schema }) => namesTime.test(name) && isFreeText(schema))
      .map(({ rule, pointer, name }) => ({
        rule,
        pointer,
        message: `"${name}" names a time and has no format "date-time"`,
      })),
}

const namesTime = /(_at|At|_on|_date|Date|_time|Time|timestamp|Timestamp)$/

const isFreeText = (schema: Parameters<typeof typesNamed>[0]): boolean =>
  typesNamed(schema).includes('string') &&
  !['format', 'pattern', 'enum', 'const'].some((keyword) => Object.hasOwn(schema, keyword))
