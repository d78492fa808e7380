import { setTimeout as wait } from 'node:timers/promises'

/**
 * How long a publish waits between looks; tests hand in one that does not wait. `elapsed` counts milliseconds from
 * any beginning and never jumps, as the clock on the wall does.
 */
export type Pace = { readonly sleep: (ms: number) => Promise<void>; readonly elapsed: () => number }

export const realPace: Pace = {
  sleep: async (ms) => {
    await wait(ms)
  },
  elapsed: () => performance.now(),
}
