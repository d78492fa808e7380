import type { Json } from '@/domain/plan/json'
import type { ViolationType } from '@/domain/plan/violation-types'
import type { ProtocolSettings } from '@/domain/validation/protocol-settings'
import type { RuleText } from './schema-judge'

/** Rules that judge calls. `key` names their content for ever; `rules` is asked only when it is not known yet. */
export type JudgingRules = {
  readonly key: string
  readonly rules: () => Promise<readonly RuleText[]>
}

export type CallToJudge = { readonly call: Json; readonly settings: ProtocolSettings }

/** One constraint that a call breaks. Names that no rule holds are masked, as in the call itself. */
export type Breach = {
  readonly type: ViolationType
  readonly pointer: string
  /** Null where no rule says anything of the place. */
  readonly schemaPointer: string | null
  readonly message: string
}

export type JudgedCall = {
  readonly breaches: readonly Breach[]
  /** Version of the rule of the call; null where there is none. */
  readonly ruleVersion: number | null
  /** Whether the plan holds the call by its name. */
  readonly planned: boolean
  /** Pointers, with `*` for indices, of what the rule marks as personal. */
  readonly personal: readonly string[]
  /** Why a rule of the call could not judge it; null where they did. */
  readonly notJudged: string | null
}

/**
 * Judges calls by rules that anybody may have written, away from the process that asks, with little memory and time.
 * A rule whose schema does not come to an end is set aside; its calls are told not judged, and others are not held up.
 */
export type CallJudge = {
  /** A verdict for each call, in their order. Never rejects for what a call or a rule holds. */
  readonly judge: (rules: JudgingRules, calls: readonly CallToJudge[]) => Promise<readonly JudgedCall[]>
}
