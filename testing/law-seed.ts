import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can add to the one vitest declares
  interface ProvidedContext {
    lawSeed: number
  }
}

/** One seed for all laws of a run, told before they begin, so that any run can be repeated. */
export default ({ provide }: TestProject): void => {
  const seed = Number(process.env.LAW_SEED ?? Date.now() % 2 ** 31)
  provide('lawSeed', seed)
  process.stdout.write(`Laws are tested with seed ${seed}; LAW_SEED=${seed} repeats them.\n`)
}
