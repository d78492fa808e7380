import type { JsonObject } from '@/domain/plan/json'
import { compilePlan } from '@/domain/validation/compile-plan'
import type { Bench } from '../figure'
import { median, medianRatio, takeTurns, timed } from '../take-turns'
import { anchorPlan } from '../workload/anchor-plan'
import { rulesOfEvents } from '../workload/rules-of-events'
import { trackWorkload } from '../workload/track-calls'

const partSize = 5000

export const pipeline: Bench = {
  name: 'pipeline',
  title: 'From bytes to occurrences, against bare JSON.parse and Ajv',
  run: ({ calls, rounds }) => {
    const { events, nextCall } = trackWorkload()
    const anchor = anchorPlan(events)
    const product = compilePlan(rulesOfEvents(events))
    let sink = 0
    let bytes = 0
    let parsing = 0
    const parts = function* () {
      for (let done = 0; done < calls; done += partSize) {
        const part = Array.from({ length: Math.min(partSize, calls - done) }, () => Buffer.from(nextCall()))
        for (const line of part) bytes += line.length
        parsing += timed(() => {
          for (const line of part) sink += JSON.parse(line.toString('utf8')) === null ? 1 : 0
        })
        yield {
          anchor: () => {
            for (const line of part)
              sink += anchor(JSON.parse(line.toString('utf8')) as JsonObject)?.length ?? 0
          },
          product: () => {
            for (const line of part) sink += product.validate(JSON.parse(line.toString('utf8'))).length
          },
        }
      }
    }
    takeTurns(1, parts)
    bytes = 0
    parsing = 0
    const turns = takeTurns(rounds, parts)
    const rate = (times: readonly number[]) => (calls / median(times)) * 1000
    return {
      figures: [
        {
          name: 'pipeline',
          unit: 'calls/s',
          anchor: { what: 'JSON.parse and Ajv', value: rate(turns.anchor) },
          product: { what: 'ours', value: rate(turns.product) },
          ratio: 1 / medianRatio(turns),
          goal: { atLeast: 0.95 },
        },
      ],
      notes: [
        { name: 'errors counted', value: String(sink) },
        { name: 'call', value: `${Math.round(bytes / calls / rounds)} bytes` },
        {
          name: 'JSON.parse alone',
          value: `${Math.round((calls * rounds * 1000) / parsing)} calls/s; the pipeline is ${(parsing / rounds / median(turns.product)).toFixed(2)} of it`,
        },
      ],
    }
  },
}
