import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const reservedNames: LintRule = {
  id: 'reserved-name',
  title: 'Nothing takes a name of Segment’s own',
  why: 'Warehouses keep these columns and tables for the call itself; what takes the name is renamed or lost.',
  check: ({ events, propertiesNamed }, found) => [
    ...events
      .filter(({ key }) => tables.has(snakeCase(key)))
      .map((event) =>
        found(
          { rule: ruleIdOf(event) },
          `"${event.key}" is a table of Segment’s own in warehouses. Choose another name.`,
        ),
      ),
    ...propertiesNamed(isColumn)
      .filter(({ isNested, pointer }) => !isNested && pointer.startsWith('/properties/'))
      .map((property) =>
        found(
          property,
          `"${property.name}" is a column of Segment’s own in warehouses. Choose another name.`,
        ),
      ),
  ],
}

/** Segment documentation, warehouse schemas: the columns of every events table, and the tables beside those of events. */
const columns: ReadonlySet<string> = new Set(
  'anonymous_id context event event_text id integrations message_id original_timestamp received_at sent_at timestamp user_id uuid uuid_ts'.split(
    ' ',
  ),
)
const tables: ReadonlySet<string> = new Set(
  'accounts groups identifies pages screens tracks users'.split(' '),
)

const isColumn = (name: string): boolean => columns.has(snakeCase(name)) || /^context_/i.test(name)

const snakeCase = (name: string): string =>
  name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase()
