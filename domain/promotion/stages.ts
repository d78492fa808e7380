/** A plan in a line of stages; `follows` is null for the first one. */
export type Stage = { readonly plan: string; readonly follows: string | null; readonly position: number }

/** Whether a plan that began to follow another one would come to follow itself. */
export const wouldCircle = (stages: readonly Stage[], plan: string, follows: string): boolean => {
  const upstream = new Map(stages.map((stage) => [stage.plan, stage.follows]))
  const seen = new Set<string>()
  for (let at: string | null = follows; at !== null && !seen.has(at); at = upstream.get(at) ?? null) {
    if (at === plan) return true
    seen.add(at)
  }
  return false
}

/** A stage with how many stand before it. */
export type PlacedStage = { readonly plan: string; readonly depth: number }

/** The whole line that a plan stands in, from its first stage on; each stage before those that follow it. */
export const lineOf = (stages: readonly Stage[], plan: string): readonly PlacedStage[] => {
  const upstream = new Map(stages.map((stage) => [stage.plan, stage.follows]))
  const seen = new Set([plan])
  let first = plan
  for (let at = upstream.get(first) ?? null; at !== null && !seen.has(at); at = upstream.get(at) ?? null) {
    seen.add(at)
    first = at
  }
  const placed: PlacedStage[] = []
  const place = (at: string, depth: number) => {
    if (placed.some((known) => known.plan === at)) return
    placed.push({ plan: at, depth })
    for (const next of followersOf(stages, at)) place(next, depth + 1)
  }
  place(first, 0)
  return placed
}

/** The first stage of every line that has a second one. */
export const firstStages = (stages: readonly Stage[]): readonly string[] => {
  const following = new Set(stages.filter(({ follows }) => follows !== null).map(({ plan }) => plan))
  const followed = stages.flatMap(({ follows }) => (follows === null ? [] : [follows]))
  return [...new Set(followed)].filter((plan) => !following.has(plan))
}

/** In the order that people gave them. */
export const followersOf = (stages: readonly Stage[], plan: string): readonly string[] =>
  stages
    .filter(({ follows }) => follows === plan)
    .toSorted((a, b) => a.position - b.position || (a.plan < b.plan ? -1 : 1))
    .map((stage) => stage.plan)
