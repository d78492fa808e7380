/**
 * An array parameter in the text that Postgres reads, for values that need no quotes there: numbers, instants, digits,
 * ids of ours, and what `arrayElement` gave. The driver would look at every element anew.
 */
export const arrayText = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`

/** Any text as an element of `arrayText`. */
export const arrayElement = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
