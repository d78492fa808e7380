/**
 * Whether a text is an instant as `toISOString` writes it, in the years of people. Most instants are; of the last days of
 * months, which not every month has, it says no.
 */
export const isCanonicalInstant = (text: string): boolean => canonical.test(text)

const canonical = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
