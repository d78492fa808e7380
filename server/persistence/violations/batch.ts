import type { Folded, Occurrence } from '@/server/ports/violation-store'
import type { Candidate, Group } from './fresh'
import { orderKeys } from './order-keys'
import { storedKey } from './stored-key'

/** What arrived together, read once, in the order in which it lies in memory. */
export type Batch = {
  /** What becomes of each when none of the candidates is counted. */
  readonly folded: Folded[]
  readonly late: readonly Occurrence[]
  /** By fingerprint. */
  readonly groups: ReadonlyMap<string, Group>
  /** All that are not late, in the order in which they came. */
  readonly timely: readonly Candidate[]
  /** Those of them that may be new: by key, each key once. */
  readonly candidates: readonly Candidate[]
}

/** @param earliest the first instant that is not late */
export const batchOf = (occurrences: readonly Occurrence[], earliest: string): Batch => {
  const groups = new Map<string, Group>()
  const groupOf = ({ fingerprint }: Occurrence): Group => {
    const known = groups.get(fingerprint)
    if (known) return known
    const group: Group = { fingerprint, violation: null }
    groups.set(fingerprint, group)
    return group
  }
  const folded: Folded[] = []
  const late: Occurrence[] = []
  const timely: Candidate[] = []
  occurrences.forEach((of, place) => {
    const isLate = of.at < earliest
    folded.push(isLate ? 'late' : 'duplicate')
    if (isLate) late.push(of)
    else timely.push({ of, key: storedKey(of), place, group: groupOf(of) })
  })
  return { folded, late, groups, timely, candidates: eachOnce(timely) }
}

const eachOnce = (timely: readonly Candidate[]): readonly Candidate[] => {
  const candidates: Candidate[] = []
  let last = ''
  for (const at of orderKeys(timely.map(({ key }) => key))) {
    const candidate = timely[at] as Candidate
    if (candidate.key !== last) candidates.push(candidate)
    last = candidate.key
  }
  return candidates
}
