/** A LIKE pattern that finds the text anywhere, with its own `%`, `_` and `\` taken literally. */
export const containing = (text: string): string => `%${beginning(text)}`

/** The same, at the beginning only. */
export const beginning = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`
