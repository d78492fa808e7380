import { isJsonObject, type Json } from '../plan/json'
import { childPointer, pointerSegments } from '../plan/schema-pointer'

/** A pointer into a message with `*` for every index of a list. */
export const foldedPointer = (message: Json, pointer: string): string => {
  if (!/\/\d/.test(pointer)) return pointer
  let here: Json | undefined = message
  let path = ''
  for (const segment of pointerSegments(pointer)) {
    path = Array.isArray(here) ? `${path}/*` : childPointer(path, segment)
    here = Array.isArray(here) ? here[Number(segment)] : isJsonObject(here) ? here[segment] : undefined
  }
  return path
}
