import { manyOccurrences } from './many-occurrences'
import { composedOn } from './own-postgres'

/** What a writer in a process of its own writes: every batch, from one on and then around. */
export type ArrivalTask = {
  readonly databaseUrl: string
  readonly planId: string
  readonly rows: number
  readonly end: number
  readonly batch: number
  readonly from: number
}

// Like a sender that is told nothing but yes: what is not acknowledged is sent again. Each acknowledged batch is told.
process.once('message', async ({ databaseUrl, planId, rows, end, batch, from }: ArrivalTask) => {
  const { contextFor, close } = composedOn(databaseUrl)
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Test' })
  const all = manyOccurrences(planId, rows, end)
  const batches = Math.ceil(rows / batch)
  for (let done = 0; done < batches; ) {
    const at = (from + done) % batches
    const part = all.slice(at * batch, (at + 1) * batch)
    try {
      await ctx.transaction(({ violations }) =>
        violations.fold(part, { now: new Date(end).toISOString(), newId: ctx.newId }),
      )
      done += 1
      process.send?.(done)
    } catch {
      await new Promise((again) => setTimeout(again, 50))
    }
  }
  await close()
  process.disconnect()
})
// Whoever started it is gone, or has heard the last of it.
process.on('disconnect', () => process.exit(0))
