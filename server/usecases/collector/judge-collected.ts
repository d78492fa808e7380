import type { Json, JsonObject } from '@/domain/plan/json'
import { hashText } from '@/domain/plan/rule-hash'
import { type CallFacts, callFacts } from '@/domain/traffic/call-facts'
import { ingestRefusal } from '@/domain/traffic/ingest-refusal'
import { maskCall } from '@/domain/traffic/mask/mask-call'
import { type MaskedCall, maskName } from '@/domain/traffic/mask/mask-value'
import { type ShapeOfCall, shapeOf } from '@/domain/traffic/shape-of'
import { type CallType, callTypes } from '@/domain/violations/occurrence'
import type { JudgedCall } from '@/server/ports/call-judge'
import type { Context } from '@/server/ports/context'
import type { KnownSource } from './known-sources'

/** A call as it came in, with everything that is to be written of it but not yet masked. */
export type CollectedCall = Omit<CallFacts, 'messageId'> & {
  readonly messageId: string
  /** 32 hex digits: the same for a call that is sent again. */
  readonly key: string
  /** As the sender called it. */
  readonly type: string
  readonly callType: CallType | null
  /** Null for a call that is refused, and where there is no plan. */
  readonly judged: JudgedCall | null
  readonly refusal: string | null
  readonly shape: () => ShapeOfCall
  readonly mask: () => MaskedCall
}

/** Judges the calls of one request by the plan of their source. */
export const judgeCollected = async (
  ctx: Context,
  { source, settings, plan }: KnownSource,
  calls: readonly JsonObject[],
): Promise<readonly CollectedCall[]> => {
  const now = ctx.now()
  const refusals = calls.map(ingestRefusal)
  const judgeable = calls.filter((call, i) => refusals[i] === null && callTypeOf(call) !== null)
  const verdicts =
    plan === null
      ? []
      : await ctx.calls.judge(
          plan.rules,
          judgeable.map((call) => ({ call, settings })),
        )
  const judgedOf = new Map(judgeable.map((call, i) => [call, verdicts[i] ?? null]))
  return calls.map((call, i) => {
    const facts = callFacts(call, now)
    const messageId = facts.messageId ?? ctx.newId()
    const judged = judgedOf.get(call) ?? null
    const isPlanned = judged?.planned ?? false
    const mask = once(() => maskCall(call, { personal: judged?.personal ?? [], planned: isPlanned }))
    return {
      ...facts,
      messageId,
      key: hashText(JSON.stringify([source.id, messageId])).slice(0, 32),
      event: facts.event !== null && !isPlanned ? maskName(facts.event) : facts.event,
      appVersion: maskName(facts.appVersion),
      library: maskName(facts.library),
      type: typeof call.type === 'string' ? call.type.slice(0, 20) : '',
      callType: callTypeOf(call),
      judged,
      refusal: refusals[i] ?? null,
      shape: () => shapeOf(call),
      mask,
    }
  })
}

const callTypeOf = ({ type }: { readonly type?: Json }): CallType | null =>
  callTypes.find((known) => known === type) ?? null

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
