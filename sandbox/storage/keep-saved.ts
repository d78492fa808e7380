import type { Counts } from '@/sandbox/counts/counts'
import type { Storage } from '@/sandbox/storage/storage'
import type { State } from '@/sandbox/world/state'

const every = 500
const longestLog = 50_000

type Ingredients = { storage: Storage | null; state: State; counts: Counts; now: () => number }

/** Saves what changed twice a second, so that a kill loses less than the last second. Without storage it forgets. */
export const keepSaved = ({ storage, state, counts, now }: Ingredients) => {
  let isChanged = true
  let lines = 0

  const save = () => {
    if (!storage) {
      counts.takeAdded()
      return
    }
    if (isChanged) storage.writeState(state)
    isChanged = false
    lines += storage.appendCounts(counts)
    if (lines < longestLog) return
    storage.compactCounts(counts, now())
    lines = 0
  }

  const timer = setInterval(save, every)
  timer.unref()
  return {
    touch: () => {
      isChanged = true
    },
    close: () => {
      clearInterval(timer)
      save()
    },
  }
}
