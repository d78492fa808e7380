import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Json, JsonObject } from '@/domain/plan/json'
import type { PlannedEvent } from './planned-event'

/** What anybody would write first: Ajv over the whole event, every error told, looked up by the name of the event. */
export const anchorPlan = (
  events: readonly PlannedEvent[],
): ((call: JsonObject) => ValidateFunction['errors']) => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const compiled = new Map<Json | undefined, ValidateFunction>(
    events.map(({ name, schema }) => [name, ajv.compile(schema)]),
  )
  return (call) => {
    const validate = compiled.get(call.event)
    return validate === undefined || validate(call) ? null : validate.errors
  }
}
