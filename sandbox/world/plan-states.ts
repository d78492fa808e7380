import type { Rule } from '@/sandbox/world/rule'

/** What a plan held from `at` on, the delay of reads aside. */
export type PlanState = { at: string; rules: Rule[] }

export type PlanStates = {
  add: (planId: string, state: PlanState) => void
  /** Oldest first. */
  list: (planId: string) => PlanState[]
}

const kept = 1_000

/** Remembers what each plan held after each write since the start, oldest forgotten first; rules are never changed in place. */
export const makePlanStates = (): PlanStates => {
  const states = new Map<string, PlanState[]>()
  return {
    add: (planId, state) => {
      const known = states.get(planId) ?? []
      known.push(state)
      known.splice(0, known.length - kept)
      states.set(planId, known)
    },
    list: (planId) => states.get(planId) ?? [],
  }
}
