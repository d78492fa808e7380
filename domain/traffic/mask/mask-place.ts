import type { Json } from '../../plan/json'
import {
  childPointer,
  escapeSegment,
  pointerSegments,
  toSchemaPointer,
  valueAt,
} from '../../plan/schema-pointer'
import { maskName, maskString } from './mask-value'

/** Where a call breaks a rule, and in what words. */
export type Place = { readonly pointer: string; readonly message: string }

/**
 * The same place and words, with names masked that the rule does not hold: they may be what people typed. `schema` is
 * null where no rule judges the call.
 */
export const maskPlace = ({ pointer, message }: Place, schema: Json | null): Place => {
  let planned = ''
  let safePointer = ''
  let safeMessage = message
  for (const segment of pointerSegments(pointer)) {
    planned = childPointer(planned, segment)
    const isPlanned = schema !== null && valueAt(schema, toSchemaPointer(planned, schema)) !== undefined
    const safe = isPlanned ? segment : maskName(segment)
    safePointer = childPointer(safePointer, safe)
    if (safe !== segment)
      for (const [typed, masked] of [
        [escapeSegment(segment), escapeSegment(safe)],
        [segment, safe],
      ] as const)
        safeMessage = safeMessage.replaceAll(typed, () => masked)
  }
  const isTouched = safePointer !== pointer || schema === null
  return { pointer: safePointer, message: isTouched ? maskString(safeMessage) : message }
}
