import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Counts } from '@/sandbox/counts/counts'
import type { Run } from '@/sandbox/counts/series'
import { writeWhole } from '@/sandbox/storage/write-whole'
import type { Plan } from '@/sandbox/world/plan'
import type { State } from '@/sandbox/world/state'

export type Storage = {
  /** What the last run left, writes that reads did not show yet included; null at the first start. */
  readState: () => State | null
  writeState: (state: State) => void
  readCounts: () => Run[]
  /** The port of the last run: what was connected to it then, still is. */
  readPort: () => number | null
  writePort: (port: number) => void
  /** Appends what was counted since the last time; answers how many lines that took. */
  appendCounts: (counts: Counts) => number
  /** Writes the counts anew, smaller. */
  compactCounts: (counts: Counts, now: number) => void
}

// A line that a kill cut off holds the last second; it is left out.
const runOf = (line: string): Run[] => {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}

const settled = (plan: Plan): Plan => ({ ...plan, shown: plan.rules, pending: [] })

// What reads show follows from `rules`, so it is not written.
const saved = (plan: Plan) => ({
  ...plan,
  shown: [],
  pending: [],
  shipped: plan.shipped === plan.rules ? null : plan.shipped,
})

const restored = (plan: Plan & { shipped: Plan['shipped'] | null }): Plan =>
  settled({ ...plan, shipped: plan.shipped ?? plan.rules })

const linesOf = (runs: Run[]) => runs.map((run) => `${JSON.stringify(run)}\n`).join('')

/** Keeps the workspace as one snapshot, replaced whole, and the counts as a log that is appended to. */
export const makeStorage = (folder: string): Storage => {
  mkdirSync(folder, { recursive: true })
  const stateFile = path.join(folder, 'state.json')
  const countsFile = path.join(folder, 'counts.ndjson')
  const portFile = path.join(folder, 'port')

  return {
    readState: () => {
      if (!existsSync(stateFile)) return null
      const state = JSON.parse(readFileSync(stateFile, 'utf8'))
      return { ...state, plans: state.plans.map(restored) }
    },
    writeState: (state) => writeWhole(stateFile, JSON.stringify({ ...state, plans: state.plans.map(saved) })),
    readCounts: () =>
      existsSync(countsFile) ? readFileSync(countsFile, 'utf8').split('\n').flatMap(runOf) : [],
    readPort: () => (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || null : null),
    writePort: (port) => writeWhole(portFile, String(port)),
    appendCounts: (counts) => {
      const added = counts.takeAdded()
      if (added.length > 0) appendFileSync(countsFile, linesOf(added))
      return added.length
    },
    compactCounts: (counts, now) => {
      counts.takeAdded()
      writeWhole(countsFile, linesOf(counts.compacted(now)))
    },
  }
}
