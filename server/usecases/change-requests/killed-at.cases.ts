import type { Context } from '@/server/ports/context'
import type { SegmentGateway } from '@/server/ports/segment-gateway'

export class Killed extends Error {}

/**
 * A process that dies at the nth boundary: before and after each call to Segment, before and after each commit. From
 * then on it does nothing more. `isAlive` says whether it came to its end.
 */
export const killedAt = (at: number) => {
  let passed = 0
  const boundary = () => {
    passed += 1
    if (passed >= at) throw new Killed(`killed at boundary ${at}`)
  }
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    boundary()
    const result = await call()
    boundary()
    return result
  }
  const wrapped = (gateway: SegmentGateway): SegmentGateway => ({
    ...gateway,
    readRules: (...given) => around(() => gateway.readRules(...given)),
    upsertRules: (...given) => around(() => gateway.upsertRules(...given)),
    removeRules: (...given) => around(() => gateway.removeRules(...given)),
  })
  const mortal = (ctx: Context): Context => ({
    ...ctx,
    segment: (connection) => wrapped(ctx.segment(connection)),
    transaction: async (work) => {
      const result = await ctx.transaction(async (stores) => {
        const written = await work(stores)
        boundary()
        return written
      })
      boundary()
      return result
    },
  })
  return { mortal, isAlive: () => passed < at }
}
