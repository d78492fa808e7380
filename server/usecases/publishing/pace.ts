import { setTimeout as wait } from 'node:timers/promises'

/** How long a publish waits between looks; tests hand in one that does not wait. */
export type Pace = { readonly sleep: (ms: number) => Promise<void> }

export const realPace: Pace = {
  sleep: async (ms) => {
    await wait(ms)
  },
}
