import type { Origin, Release } from './origin'

/** What a bundle is told by: the release or the version of the plan that its violations began with. */
export const bundleKey = (planId: string, origin: Origin): string | null => {
  switch (origin.kind) {
    case 'plan-changed':
      return `plan ${planId} ${origin.version}`
    case 'code-changed':
      return releaseKey(planId, origin.release)
    case 'sender-changed':
      return origin.release && releaseKey(planId, origin.release)
    default:
      return null
  }
}

const releaseKey = (planId: string, { sourceId, appVersion }: Release): string =>
  `release ${planId} ${sourceId} ${appVersion}`

export type Bundle<Member> = {
  /** Null for a violation that stands by itself. */
  readonly key: string | null
  readonly members: readonly Member[]
}

/** Violations that began together, as one; in the order in which the first of each is given. */
export const bundles = <Member extends { readonly bundle: string | null }>(
  violations: readonly Member[],
): readonly Bundle<Member>[] => {
  const groups = new Map<string | Member, Member[]>()
  for (const violation of violations) {
    const group = groups.get(violation.bundle ?? violation)
    if (group) group.push(violation)
    else groups.set(violation.bundle ?? violation, [violation])
  }
  return [...groups.values()].map((members) => ({
    key: members.length > 1 ? (members[0]?.bundle ?? null) : null,
    members,
  }))
}
