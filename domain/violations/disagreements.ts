import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { ViolationType } from '../plan/violation-types'

/** One constraint at one place, as one of the two found it. */
export type Found = { readonly pointer: string; readonly type: ViolationType; readonly message: string }

/** A constraint that only one of the two found: Segment, or we ourselves (the twin). */
export type Disagreement = Found & { readonly side: 'segment' | 'twin' }

/**
 * Where Segment's verdict on a call and ours differ. Compared by place and type. Left out is what cannot be compared:
 * places that Segment took away before it told us (`gone`), and names that nobody planned where only we tell of them,
 * since it is not known whether Segment counts those among violations.
 */
export const disagreements = (
  segment: readonly Found[],
  twin: readonly Found[],
  gone: readonly string[],
): readonly Disagreement[] => {
  const isGone = ({ pointer }: Found) =>
    gone.some((place) => pointer === place || pointer.startsWith(`${place}/`))
  const only = (side: Disagreement['side'], these: readonly Found[], those: readonly Found[]) =>
    distinct(these)
      .filter((found) => !isGone(found) && !those.some((other) => isSame(found, other)))
      .map((found) => ({ ...found, side }))
  const told = twin.filter(({ type }) => type !== 'unplanned-event' && type !== 'unplanned-property')
  return [...only('segment', segment, twin), ...only('twin', told, segment)]
}

/** A word that we do not know may mean any. */
const isSame = (one: Found, other: Found): boolean =>
  one.pointer === other.pointer && (one.type === other.type || one.type === 'other' || other.type === 'other')

const distinct = (list: readonly Found[]): readonly Found[] => [
  ...new Map(list.map((found) => [`${found.type} ${found.pointer}`, found])).values(),
]

/** A call as its sender sent it: without what Segment wrote into `context.protocols`. */
export const asSent = (call: JsonObject): JsonObject => {
  const { context } = call
  if (!isJsonObject(context) || !isJsonObject(context.protocols)) return call
  const own = Object.entries(context.protocols).filter(([name]) => !written.has(name))
  const { protocols: _, ...rest } = context
  return {
    ...call,
    context: own.length === 0 ? rest : { ...rest, protocols: Object.fromEntries(own) },
  }
}

const written: ReadonlySet<string> = new Set([
  'sourceId',
  'sourceName',
  'violations',
  'omitted',
  'omitted_on_violation',
])

/** Names that Segment took away from a call, dotted as it writes them; nothing where it took none. */
export const takenAway = (call: JsonObject): readonly string[] => {
  const { context } = call
  if (!isJsonObject(context) || !isJsonObject(context.protocols)) return []
  const { omitted, omitted_on_violation: onViolation } = context.protocols
  return [omitted, onViolation].flatMap((list: Json | undefined) =>
    Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [],
  )
}
