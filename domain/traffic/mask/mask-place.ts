import type { Json } from '../../plan/json'
import {
  childPointer,
  escapeSegment,
  pointerSegments,
  toSchemaPointer,
  valueAt,
} from '../../plan/schema-pointer'
import { maskName, maskString } from './mask-value'

/** Where a call breaks a rule, and in what words. `field`: the place as Segment writes it, with dots, where it told. */
export type Place = { readonly pointer: string; readonly message: string }
type ToldPlace = Place & { readonly field?: string }

/**
 * The same place and words, with names masked that the rule does not hold: they may be what people typed. `schema` is
 * null where no rule judges the call.
 */
export const maskPlace = ({ pointer, message, field }: ToldPlace, schema: Json | null): Place => {
  const whole = field ? maskDotted(field, { pointer, message }, schema) : null
  if (whole !== null) return whole
  let planned = ''
  let safePointer = ''
  let safeMessage = message
  for (const segment of pointerSegments(pointer)) {
    planned = childPointer(planned, segment)
    const isPlanned = isPlannedAt(schema, planned)
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

/**
 * A name may hold dots (`jane.doe@acme.com`), and then no part of it tells what the whole tells: what stands behind the
 * planned part is masked as one name. Null where it holds nothing.
 */
const maskDotted = (field: string, { pointer, message }: Place, schema: Json | null): Place | null => {
  const [section = '', ...segments] = pointerSegments(pointer)
  let planned = childPointer('', section)
  let depth = 1
  for (const segment of segments) {
    const next = childPointer(planned, segment)
    if (!isPlannedAt(schema, next)) break
    planned = next
    depth += 1
  }
  const typed = field.split('.').slice(depth).join('.')
  const safe = maskName(typed)
  if (safe === typed) return null
  return {
    pointer: childPointer(planned, safe),
    message: maskString(message.replaceAll(typed, () => safe)),
  }
}

const isPlannedAt = (schema: Json | null, pointer: string): boolean =>
  schema !== null && valueAt(schema, toSchemaPointer(pointer, schema)) !== undefined
