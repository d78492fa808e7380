import type { Demand, Fact } from './fact'
import type { Goals } from './goals'
import { type ObjectNeeds, objectNeeds, valueRules } from './object-needs'

/** What the facts about an object already settle of a further demand, so that choices need not be tried out. */
export type Foresight = {
  /** A property that must be there cannot have a value. */
  readonly isDead: boolean
  isMet(demand: Demand): boolean
  isRefuted(demand: Demand): boolean
}

export const foresee = (facts: readonly Fact[], goals: Goals): Foresight => {
  const needs = objectNeeds(facts)
  const { present, absent } = needs
  return {
    isDead: [...present.keys()].some((name) => absent.has(name) || cannotBe(name, needs, [], goals)),
    isMet: (demand) => {
      if ('node' in demand) return false
      if (demand.is === 'lacks') return absent.has(demand.name) || cannotBe(demand.name, needs, [], goals)
      if (demand.is !== 'has' || !present.has(demand.name)) return false
      if (!demand.value) return true
      const { node, yes } = demand.value
      return cannotBe(demand.name, needs, [{ node, yes: !yes }], goals)
    },
    isRefuted: (demand) => {
      if ('node' in demand) return false
      if (demand.is === 'lacks') return present.has(demand.name)
      if (demand.is !== 'has') return false
      if (absent.has(demand.name)) return true
      return demand.value !== undefined && cannotBe(demand.name, needs, [demand.value], goals)
    },
  }
}

const cannotBe = (
  name: string,
  needs: ObjectNeeds,
  more: Parameters<Goals['satisfy']>[0],
  goals: Goals,
): boolean => {
  const rules = valueRules(needs, name)
  return rules !== undefined && goals.satisfy([...rules, ...more]).is === 'none'
}
