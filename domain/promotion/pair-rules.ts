import type { RuleId } from '../plan/rule'
import { ruleKey, sameRule } from '../plan/rule-id'

/** A rule of the plan that is followed: as it was when it was last promoted, as it is now, and how it was called ever. */
export type UpstreamNames = {
  readonly was: RuleId | null
  readonly now: RuleId | null
  readonly ever: readonly RuleId[]
}

export type FollowerNames = { readonly now: RuleId; readonly ever: readonly RuleId[] }

/**
 * Which rule of the follower goes on from which of upstream: the one that is called as the rule was when it was last
 * promoted, or as it is called now; else the only one left that ever bore a name which the other ever bore. One that
 * made the same rename itself comes before one that took the old name since.
 */
export const pairRules = <U extends UpstreamNames, F extends FollowerNames>(
  upstream: readonly U[],
  follower: readonly F[],
): ReadonlyMap<U, F> => {
  const pairs = new Map<U, F>()
  const left = new Map(follower.map((rule) => [ruleKey(rule.now), rule]))
  const pairBy = (namesake: (one: U) => F | undefined) => {
    for (const one of upstream) {
      const other = pairs.has(one) ? undefined : namesake(one)
      if (other === undefined) continue
      pairs.set(one, other)
      left.delete(ruleKey(other.now))
    }
  }
  const called = (id: RuleId | null) => (id === null ? undefined : left.get(ruleKey(id)))
  pairBy(({ was, now }) => {
    const other = called(now)
    return was !== null && other?.ever.some((id) => sameRule(id, was)) ? other : undefined
  })
  pairBy(({ was }) => called(was))
  pairBy(({ now }) => called(now))
  const lasting = bearersInBoth(
    upstream.filter((one) => !pairs.has(one)),
    [...left.values()],
  )
  pairBy((one) => lasting.get(one))
  return pairs
}

/** Those that share a name of any time with one other, and with nobody else. */
const bearersInBoth = <U extends UpstreamNames, F extends FollowerNames>(
  upstream: readonly U[],
  follower: readonly F[],
): ReadonlyMap<U, F> => {
  const bearers = bearersOf(follower)
  const wanted = new Map<F, U[]>()
  for (const one of upstream) {
    const [other, ...more] = new Set(one.ever.flatMap((id) => bearers.get(ruleKey(id)) ?? []))
    if (other && more.length === 0) wanted.set(other, [...(wanted.get(other) ?? []), one])
  }
  return new Map(
    [...wanted].flatMap(([other, [one, ...more]]): [U, F][] =>
      one && more.length === 0 ? [[one, other]] : [],
    ),
  )
}

const bearersOf = <F extends FollowerNames>(rules: readonly F[]): ReadonlyMap<string, readonly F[]> => {
  const bearers = new Map<string, F[]>()
  for (const rule of rules)
    for (const name of new Set(rule.ever.map(ruleKey)))
      bearers.set(name, [...(bearers.get(name) ?? []), rule])
  return bearers
}
