import { failureOf } from '../data/request-failed'

/** What the server found wrong with each field, by its name; nothing for any other failure. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string>> => {
  const failure = failureOf(error)
  if (!error || failure.code !== 'invalid-input') return {}
  return Object.fromEntries(failure.fields.map(({ path, message }) => [path, message]))
}
