import type { JsonObject } from '../../plan/json'
import { wordsOf } from '../../plan/words'
import type { LintRule } from '../lint-rule'
import { namesType } from '../linted-rule'

export const timestampFormat: LintRule = {
  id: 'timestamp-format',
  title: 'Points in time are checked as such',
  why: 'Text without a format takes any way of writing a date, and readers have to guess.',
  check: ({ propertiesNamed }, found) =>
    propertiesNamed((name) => isMoment(wordsOf(name)))
      .filter(({ schema }) => isFreeText(schema))
      .map((property) =>
        found(
          property,
          `"${property.name}" names a time. Give it the format "date-time", or "date" for a day.`,
        ),
      ),
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What comes before "time" where it is a moment; a waiting time or a lead time is a span. */
const moments = wordSet(
  'appointment arrival begin booking checkin checkout client close created departure drop due end event expiry finish ' +
    'in local login open out pickup pick publish received sent server start updated up utc visit',
)
/** What comes before "on" where it is a day; "clicked on" is a thing. */
const dated = wordSet(
  'added booked canceled cancelled closed completed created deleted ended expired expires issued joined modified opened ' +
    'paid placed posted published purchased received registered sent signed started submitted updated',
)

const isMoment = (words: readonly string[]): boolean => {
  const [last = '', before = ''] = [words.at(-1), words.at(-2)]
  if (last === 'timestamp' || last === 'datetime') return true
  if (last === 'at' || last === 'date') return before !== ''
  if (last === 'time') return moments.has(before) || before === 'date'
  return last === 'on' && dated.has(before)
}

const isFreeText = (schema: JsonObject): boolean =>
  namesType(schema, 'string') &&
  !['format', 'pattern', 'enum', 'const'].some((keyword) => Object.hasOwn(schema, keyword))
