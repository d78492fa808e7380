import type { Json } from '@/domain/plan/json'
import { toSchemaPointer, valueAt } from '@/domain/plan/schema-pointer'
import { maskPlace } from '@/domain/traffic/mask/mask-place'
import { maskName } from '@/domain/traffic/mask/mask-value'
import { violationFingerprint } from '@/domain/violations/fingerprint'
import { hourOf } from '@/domain/violations/hour'
import { type Occurrence, ruleTypeOfCall } from '@/domain/violations/occurrence'
import { occurrenceKey } from '@/domain/violations/occurrence-key'
import { ruleOfCall } from '@/domain/violations/rule-of-call'
import { violationPointer } from '@/domain/violations/violation-pointer'
import type { Plan } from '@/server/ports/plan-store'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'
import type { Occurrence as PlacedOccurrence } from '@/server/ports/violation-store'

/**
 * Finds the plan and the rule that each occurrence belongs to; null where no plan of the workspace does. The plan is
 * named by Segment's `rs_…` id, which Segment sometimes leaves out; a source has at most one plan, so the source tells
 * as well. What was looked up is kept for as long as the transaction.
 */
export const occurrencePlacer = (stores: Stores, now: string) => {
  const planFinders = new Map<string, ReturnType<typeof planFinder>>()
  const rulesOf = new Map<string, readonly StoredRule[]>()
  return async (workspaceId: string, occurrence: Occurrence): Promise<PlacedOccurrence | null> => {
    const planOf = planFinders.get(workspaceId) ?? planFinder(stores, workspaceId)
    planFinders.set(workspaceId, planOf)
    const plan = await planOf(occurrence)
    if (plan === null) return null
    const address = JSON.stringify([plan.id, occurrence.callType, occurrence.event])
    const rules = rulesOf.get(address) ?? (await rulesAt(stores, plan, occurrence))
    rulesOf.set(address, rules)
    return place(occurrence, plan, rules, now)
  }
}

const planFinder = (stores: Stores, workspaceId: string) => {
  const known = new Map<string, Plan | null>()
  return async ({ plan, source }: Occurrence): Promise<Plan | null> => {
    const address = JSON.stringify([plan.resourceSchemaId, source.id])
    const seen = known.get(address)
    if (seen !== undefined) return seen
    const found =
      (await byPlanId(stores, workspaceId, plan.resourceSchemaId)) ??
      (await bySource(stores, workspaceId, source.id))
    known.set(address, found)
    return found
  }
}

const byPlanId = async (stores: Stores, workspaceId: string, id: string | null): Promise<Plan | null> => {
  if (id === null) return null
  const named = await stores.plans.findByResourceSchemaId(workspaceId, id)
  if (named !== null) return named
  const plan = await stores.plans.find(id)
  return plan?.workspaceId === workspaceId ? plan : null
}

const bySource = async (stores: Stores, workspaceId: string, sourceId: string): Promise<Plan | null> => {
  const source = (await stores.sources.ofWorkspace(workspaceId)).find(({ id }) => id === sourceId)
  return source?.planId ? stores.plans.find(source.planId) : null
}

/** The rules at head that may judge the call: by its name, and those without a name. */
const rulesAt = async (
  { rules }: Stores,
  { id, headVersion }: Plan,
  { callType, event }: Occurrence,
): Promise<readonly StoredRule[]> => {
  if (headVersion === null) return []
  const type = ruleTypeOfCall[callType]
  // A page or screen may be judged by a rule without a name.
  const key = callType === 'track' ? (event ?? undefined) : undefined
  const page = await rules.page(id, { version: headVersion, type, key, limit: 200 })
  return page.rules
}

const place = (
  occurrence: Occurrence,
  plan: Plan,
  rules: readonly StoredRule[],
  now: string,
): PlacedOccurrence => {
  const rule = ruleOfCall(rules, occurrence)
  const { callType, type } = occurrence
  const found = violationPointer(occurrence, rule?.jsonSchema ?? null)
  const schemaPointer = rule === null ? null : plannedAt(rule.jsonSchema, found)
  const { pointer, message } =
    schemaPointer !== null || type === 'required'
      ? { pointer: found, message: occurrence.message }
      : maskPlace({ pointer: found, message: occurrence.message }, rule?.jsonSchema ?? null)
  // A name that the plan does not hold may be what people typed.
  const isNamed = rule !== null && rule.key !== null
  const event = occurrence.event === null || isNamed ? occurrence.event : maskName(occurrence.event)
  // A sender's clock may be ahead; nothing was seen later than now.
  const at = occurrence.at > now ? now : occurrence.at
  return {
    key: occurrenceKey(occurrence, pointer),
    fingerprint: violationFingerprint({ plan: plan.id, callType, event, pointer, type }),
    planId: plan.id,
    ruleType: ruleTypeOfCall[callType],
    ruleKey: event,
    ruleVersion: rule?.version ?? null,
    pointer,
    schemaPointer,
    type,
    rawType: occurrence.rawType,
    message,
    messageId: occurrence.messageId,
    at,
    hour: hourOf(at),
    sourceId: occurrence.source.id,
    sourceName: occurrence.source.name ?? occurrence.source.slug ?? occurrence.source.id,
    appVersion: occurrence.appVersion ?? '',
    library:
      occurrence.library === null
        ? ''
        : `${occurrence.library.name} ${occurrence.library.version ?? ''}`.trim(),
  }
}

/** The place in the rule that judges a place in the message; null where the plan says nothing of it. */
const plannedAt = (schema: Json, pointer: string): string | null => {
  const schemaPointer = toSchemaPointer(pointer, schema)
  return valueAt(schema, schemaPointer) === undefined ? null : schemaPointer
}
