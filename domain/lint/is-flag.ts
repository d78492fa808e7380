import type { JsonObject } from '../plan/json'
import { typesNamed } from './linted-rule'

/** Whether a schema takes true and false only: `email: true` says that there is one, not which. */
export const isFlag = (schema: JsonObject): boolean => {
  const types = typesNamed(schema)
  return types.includes('boolean') && types.every((type) => type === 'boolean' || type === 'null')
}
