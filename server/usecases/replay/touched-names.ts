import type { RuleType } from '@/domain/plan/rule'
import type { TouchedCalls } from '@/domain/replay/touched-calls'
import { callTypes, ruleTypeOfCall } from '@/domain/violations/occurrence'
import type { CallName } from '@/server/ports/traffic-store'

/** The calls that edits touch, as recorded traffic names them; undefined where any call may be. */
export const touchedNames = ({ names }: TouchedCalls): readonly CallName[] | undefined =>
  names?.flatMap(({ type, key }) =>
    callTypes
      .filter((callType) => ruleTypeOfCall[callType] === type)
      .map((callType) => ({ callType, event: key })),
  )

/** What a call is named by in rules: the type of rule that judges it, and its name. */
export const nameOfCall = ({ callType, event }: CallName): string => namedBy(ruleTypeOfCall[callType], event)

export const namedBy = (type: RuleType, key: string | null): string => JSON.stringify([type, key])
