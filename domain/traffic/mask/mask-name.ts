import { pointerOf, pointerSegments } from '../../plan/schema-pointer'
import { maskText } from './mask-text'
import { maskUrl } from './mask-url'

/** A name without personal data: code may make names of what people typed. */
export const maskName = (name: string): string => {
  const known = remembered.get(name)
  if (known !== undefined) return known
  // Names repeat from call to call; how many are remembered has an end.
  if (remembered.size >= mostRemembered) remembered.clear()
  const safe = maskText(maskUrl(name))
  remembered.set(name, safe)
  return safe
}

const remembered = new Map<string, string>()
const mostRemembered = 10_000

/** A pointer whose names hold no personal data. */
export const maskPointer = (pointer: string): string => pointerOf(pointerSegments(pointer).map(maskName))
