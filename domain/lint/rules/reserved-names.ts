import type { LintRule } from '../lint-rule'

export const reservedNames: LintRule = {
  id: 'reserved-name',
  title: 'No property takes a name of Segment’s own',
  why: 'Warehouses keep these columns for the call itself; the property is renamed or lost.',
  severity: 'warning',
  check: ({ properties }) =>
    properties
      .filter(
        ({ name, isNested, pointer }) => !isNested && pointer.startsWith('/properties/') && isReserved(name),
      )
      .map(({ rule, pointer, name }) => ({ rule, pointer, message: `"${name}" is a name of Segment’s own` })),
}

/** Segment documentation, warehouse schemas: the columns of every events table. */
const reserved = new Set(
  'anonymous_id context event event_text id integrations message_id original_timestamp received_at sent_at timestamp user_id uuid uuid_ts'.split(
    ' ',
  ),
)

const isReserved = (name: string): boolean =>
  reserved.has(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()) || /^context_/i.test(name)
