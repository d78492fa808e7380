import type { Stores } from '@/server/ports/stores'

/** What came too late to be counted, of one source. */
export type LateOfSource = {
  readonly workspaceId: string
  readonly sourceId: string
  readonly count: number
  /** `YYYY-MM-DD`, in UTC. */
  readonly lastDay: string
}

const shownDays = 30
const dayMs = 24 * 3_600_000

/** What came too late to be counted in the last 30 days, by source, most first; with a plan, of that plan alone. */
export const lateArrivals = async (
  { violations, plans }: Stores,
  now: string,
  planId?: string,
): Promise<readonly LateOfSource[]> => {
  const since = new Date(Date.parse(now) - shownDays * dayMs).toISOString().slice(0, 10)
  const told = await violations.lateArrivals(since)
  if (told.length === 0) return []
  const workspaceOf = new Map((await plans.list()).map((plan) => [plan.id, plan.workspaceId]))
  const found = new Map<string, LateOfSource>()
  for (const { planId: of, sourceId, count, lastDay } of told) {
    const workspaceId = workspaceOf.get(of)
    if (workspaceId === undefined || (planId !== undefined && of !== planId)) continue
    const address = JSON.stringify([workspaceId, sourceId])
    const sum = found.get(address) ?? { workspaceId, sourceId, count: 0, lastDay }
    found.set(address, {
      ...sum,
      count: sum.count + count,
      lastDay: lastDay > sum.lastDay ? lastDay : sum.lastDay,
    })
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}
