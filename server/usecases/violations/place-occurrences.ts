import { memoByText } from '@/domain/plan/memo-by-text'
import { maskMessageId } from '@/domain/traffic/mask/mask-message-id'
import { maskName } from '@/domain/traffic/mask/mask-value'
import { hourOf } from '@/domain/violations/hour'
import { type Occurrence, ruleTypeOfCall } from '@/domain/violations/occurrence'
import { occurrenceKey } from '@/domain/violations/occurrence-key'
import type { Plan } from '@/server/ports/plan-store'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'
import type { Occurrence as PlacedOccurrence } from '@/server/ports/violation-store'
import type { PlaceMemory } from './place-memory'
import { planFinder } from './plan-finder'
import { type ViolationPlace, violationPlace } from './violation-place'

/** An occurrence, and the workspace in which its plan is looked for. */
export type Unplaced = { readonly workspaceId: string; readonly occurrence: Occurrence }

/** The plan and the rule that each occurrence belongs to, in their order; null where no plan of the workspace does. */
export const placeOccurrences = async (
  stores: Stores,
  given: readonly Unplaced[],
  now: string,
  memory: PlaceMemory,
): Promise<readonly (PlacedOccurrence | null)[]> => {
  const planOf = planFinder(stores)
  const asked: (Asked | null)[] = []
  for (const { workspaceId, occurrence } of given) {
    const plan = await planOf(workspaceId, occurrence)
    asked.push(plan && { plan, occurrence, words: wordsOf(plan, occurrence) })
  }
  const unknown = asked.filter((one): one is Asked => one !== null && !memory.places.has(one.words))
  const rulesOf = await rulesFor(stores, unknown, memory)
  // Kept here as well: the memory may forget before all are placed.
  const places = new Map<string, ViolationPlace>()
  const placeOf = (one: Asked): ViolationPlace => {
    const known = places.get(one.words) ?? memory.places.get(one.words)
    const place = known ?? violationPlace(one.occurrence, one.plan.id, rulesOf(one))
    if (!known) memory.places.set(one.words, place)
    places.set(one.words, place)
    return place
  }
  return asked.map((one) => one && placed(one.occurrence, placeOf(one), now))
}

type Asked = { readonly plan: Plan; readonly occurrence: Occurrence; readonly words: string }

/** Everything on which the place depends; with the lengths first, no two read alike. */
const wordsOf = (
  { id, headVersion }: Plan,
  { callType, event, field, pointer, type, message }: Occurrence,
): string =>
  `${id} ${headVersion} ${callType} ${type} ${event?.length} ${field.length} ${pointer?.length}\n${event}${field}${pointer}${message}`

/** The rules at head that may judge the calls: by their names, and those without a name. */
const rulesFor = async (stores: Stores, asked: readonly Asked[], memory: PlaceMemory) => {
  const known = new Map<string, readonly StoredRule[]>()
  const missing = new Map<string, Asked[]>()
  for (const one of asked) {
    const address = addressOf(one)
    if (known.has(address)) continue
    const rules = memory.rules.get(address)
    known.set(address, rules ?? [])
    if (rules || one.plan.headVersion === null) continue
    const { plan, occurrence } = one
    const group = JSON.stringify([plan.id, plan.headVersion, ruleTypeOfCall[occurrence.callType]])
    const others = missing.get(group)
    if (others) others.push(one)
    else missing.set(group, [one])
  }
  for (const group of missing.values()) await load(stores, group, known, memory)
  return (one: Asked) => known.get(addressOf(one)) ?? []
}

const addressOf = ({ plan, occurrence: { callType, event } }: Asked): string =>
  JSON.stringify([plan.id, plan.headVersion, callType, event])

/** Reads the rules for calls of one type of one plan. */
const load = async (
  { rules }: Stores,
  group: readonly Asked[],
  known: Map<string, readonly StoredRule[]>,
  memory: PlaceMemory,
): Promise<void> => {
  const [first] = group
  if (!first || first.plan.headVersion === null) return
  const type = ruleTypeOfCall[first.occurrence.callType]
  const keys = [
    ...new Set(group.flatMap(({ occurrence: { event } }) => (event === null ? [] : [event]))),
  ].sort()
  const found = await rules.judging(first.plan.id, first.plan.headVersion, { type, keys })
  for (const one of group) {
    const own = found.filter(({ key }) => key === null || key === one.occurrence.event)
    known.set(addressOf(one), own)
    memory.rules.set(addressOf(one), own)
  }
}

/** Versions and libraries are few, and come with every call. */
const senderName = memoByText(maskName, 1_000_000)

const placed = (occurrence: Occurrence, place: ViolationPlace, now: string): PlacedOccurrence => {
  // A sender's clock may be ahead; nothing was seen later than now.
  const at = occurrence.at > now ? now : occurrence.at
  const { source, library } = occurrence
  // One by one: what begins with a spread takes V8 thirty times longer to make.
  return {
    key: occurrenceKey(occurrence, place.pointer),
    fingerprint: place.fingerprint,
    planId: place.planId,
    ruleType: place.ruleType,
    ruleKey: place.ruleKey,
    ruleVersion: place.ruleVersion,
    pointer: place.pointer,
    schemaPointer: place.schemaPointer,
    type: place.type,
    message: place.message,
    rawType: occurrence.rawType,
    messageId: maskMessageId(occurrence.messageId),
    at,
    hour: hourOf(at),
    sourceId: source.id,
    sourceName: source.name ?? source.slug ?? source.id,
    appVersion: senderName(occurrence.appVersion ?? ''),
    library: library === null ? '' : senderName(`${library.name} ${library.version ?? ''}`.trim()),
  }
}
