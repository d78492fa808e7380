import { isJsonObject, type Json, type JsonObject } from '@/domain/plan/json'
import { hashText } from '@/domain/plan/rule-hash'
import { pointerOf } from '@/domain/plan/schema-pointer'
import { asSent, disagreements, type Found, takenAway } from '@/domain/violations/disagreements'
import { callTypes, ruleTypeOfCall } from '@/domain/violations/occurrence'
import { resolveField } from '@/domain/violations/resolve-field'
import type { Context } from '@/server/ports/context'
import type { DisagreementStore } from '@/server/ports/disagreement-store'
import { type CollectedCall, judgeCollected } from '../collector/judge-collected'
import type { KnownSource } from '../collector/known-sources'

/** A whole event that Segment passed on, as its sender sent it, judged by us. */
export type WholeCall = {
  readonly known: KnownSource
  readonly call: CollectedCall
  /** Names that Segment took away, as pointers: nobody can judge what stood there. */
  readonly gone: readonly string[]
}

type FindSource = (sourceId: string) => Promise<KnownSource>

/**
 * The whole events among the elements of a delivery, judged: those that Segment lets through carry what it found in
 * them, so that our verdict can be held against it. Others are none of a source's own.
 */
export const judgeWholeCalls = async (
  ctx: Context,
  find: FindSource,
  elements: readonly unknown[],
): Promise<readonly WholeCall[]> => {
  const ofSource = new Map<string, JsonObject[]>()
  for (const element of elements) {
    const sourceId = sourceOf(element as Json)
    if (sourceId === null) continue
    const calls = ofSource.get(sourceId) ?? []
    calls.push(element as JsonObject)
    ofSource.set(sourceId, calls)
  }
  const judged: WholeCall[] = []
  for (const [sourceId, calls] of ofSource) {
    const known = await find(sourceId)
    if (known.plan === null) continue
    const collected = await judgeCollected(ctx, known, calls.map(asSent))
    for (const [i, call] of collected.entries())
      judged.push({ known, call, gone: takenAway(calls[i] ?? {}).map(pointerOfName(call)) })
  }
  return judged
}

/** Segment's own source of a whole call: told beside the violations, or as the project of a Webhooks destination. */
const sourceOf = (element: Json): string | null => {
  if (!isJsonObject(element) || element.event === 'Violation Generated') return null
  if (!callTypes.some((type) => type === element.type) || typeof element.messageId !== 'string') return null
  const protocols = isJsonObject(element.context) ? element.context.protocols : undefined
  const ids = [isJsonObject(protocols) ? protocols.sourceId : undefined, element.projectId]
  return (
    (ids.find((id) => typeof id === 'string' && id !== '' && id.length <= 200) as string | undefined) ?? null
  )
}

/** The list of omitted names leaves out where they stood. */
const pointerOfName =
  ({ callType }: CollectedCall) =>
  (name: string): string => {
    const section = callType === 'identify' || callType === 'group' ? 'traits' : 'properties'
    const field = name.startsWith(`${section}.`) ? name : `${section}.${name}`
    return pointerOf(resolveField(field, null).path)
  }

/** Where what Segment found in a call differs from what we found, ready to be added up. */
export const disagreementsOf = (
  { known, call, gone }: WholeCall,
  segment: readonly Found[],
): Parameters<DisagreementStore['add']>[0] => {
  const { judged, callType, event } = call
  const planId = known.plan?.id
  if (planId === undefined || callType === null || judged === null || judged.notJudged !== null) return []
  return disagreements(segment, judged.breaches, gone).map(({ pointer, type, side, message }) => ({
    id: hashText(JSON.stringify([planId, callType, event, pointer, type, side])).slice(0, 32),
    planId,
    ruleType: ruleTypeOfCall[callType],
    ruleKey: event,
    ruleVersion: judged.ruleVersion,
    pointer,
    type,
    side,
    message,
    at: call.at,
    sample: call.mask().call,
  }))
}
