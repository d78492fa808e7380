import type { JsonObject } from '@/domain/plan/json'
import { compilePlan } from '@/domain/validation/compile-plan'
import type { Bench } from '../figure'
import { median, medianRatio, takeTurns } from '../take-turns'
import { anchorPlan } from '../workload/anchor-plan'
import { rulesOfEvents } from '../workload/rules-of-events'
import { trackWorkload } from '../workload/track-calls'

const partSize = 5000

export const occurrences: Bench = {
  name: 'occurrences',
  title: 'Occurrences collected, against raw Ajv with every error, on calls that are parsed already',
  run: ({ calls, rounds }) => {
    const { events, nextCall } = trackWorkload()
    const anchor = anchorPlan(events)
    const product = compilePlan(rulesOfEvents(events))
    const counts = { calls: 0, refused: 0, differing: 0 }
    // A first pass makes everything warm and holds the verdicts against each other.
    for (let i = 0; i < calls; i += 1) {
      const call = JSON.parse(nextCall()) as JsonObject
      const isRefused = anchor(call) !== null
      counts.calls += 1
      counts.refused += isRefused ? 1 : 0
      counts.differing += product.validate(call).length > 0 === isRefused ? 0 : 1
    }
    let sink = 0
    const turns = takeTurns(rounds, function* () {
      for (let done = 0; done < calls; done += partSize) {
        const part = Array.from({ length: Math.min(partSize, calls - done) }, () => JSON.parse(nextCall()))
        yield {
          anchor: () => {
            for (const call of part) sink += anchor(call)?.length ?? 0
          },
          product: () => {
            for (const call of part) sink += product.validate(call).length
          },
        }
      }
    })
    const rate = (times: readonly number[]) => (calls / median(times)) * 1000
    return {
      figures: [
        {
          name: 'occurrences',
          unit: 'calls/s',
          anchor: { what: 'Ajv', value: rate(turns.anchor) },
          product: { what: 'ours', value: rate(turns.product) },
          ratio: 1 / medianRatio(turns),
          goal: { atLeast: 0.95 },
        },
      ],
      notes: [
        {
          name: 'verdicts',
          value: `${counts.calls} calls, ${counts.refused} refused by Ajv, ${counts.differing} judged otherwise by us`,
        },
        { name: 'errors counted', value: String(sink) },
      ],
    }
  },
}
