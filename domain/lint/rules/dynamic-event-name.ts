import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const dynamicEventNames: LintRule = {
  id: 'dynamic-event-name',
  title: 'No event carries a value in its name',
  why: 'An id, number, date or address in a name makes an event for each value; it belongs into a property.',
  check: ({ events }, found) =>
    events.flatMap((event) => {
      const part = valueIn(event.key)
      if (part === undefined) return []
      const message = `"${event.key}" carries a value in its name: ${part}. Send it as a property.`
      return [found({ rule: ruleIdOf(event) }, message)]
    }),
}

/** Values that stand in names that code has put together. */
const values = [
  /\S+:\/\/\S*/,
  /[^\s@]+@[^\s@]+\.\p{L}{2,}/u,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+/i,
  /\b\d{4}-\d{2}(-\d{2})?\b/,
  /\d{3,}/,
  /\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,}\b/i,
  // A quote within a word is an apostrophe.
  /(?<![\p{L}\p{N}])(?:"[^"]+"|'[^']+'|“[^”]+”|‘[^’]+’|«[^»]+»)(?![\p{L}\p{N}])/u,
  /\$\{[^}]*\}|\{\{?[^}]*\}|<[^<>]+>|%[sd@]/,
  /\b(undefined|NaN)\b|\[object \w+\]/,
]

const valueIn = (name: string): string | undefined => {
  for (const value of values) {
    const part = value.exec(name)?.[0]
    if (part !== undefined) return part
  }
  return undefined
}
