import { compilePlan } from '@/domain/validation/compile-plan'
import type { Bench, BenchOptions } from '../figure'
import { inOwnProcess } from '../in-own-process'
import { median } from '../take-turns'
import { rulesOfEvents } from '../workload/rules-of-events'
import { trackWorkload } from '../workload/track-calls'

/** A second: requests to plain HTTP, single deliveries, events in batches of 100; and the 99th latency in milliseconds at half of the load. */
export type DeliveryRounds = {
  readonly plain: number[]
  readonly single: number[]
  readonly batches: number[]
  readonly paced: number[]
}

export const deliveries: Bench = {
  name: 'deliveries',
  title: 'Signed deliveries over HTTP to the intake, verified and committed before the answer',
  run: async ({ requests, rounds }: BenchOptions) => {
    const result = await inOwnProcess<DeliveryRounds>('bench/deliveries/run.ts', [requests, rounds])
    const pipeline = pipelineRate()
    const [plain, single, batches, paced] = [result.plain, result.single, result.batches, result.paced].map(
      median,
    )
    const [plainRate = 0, singleRate = 0, batchRate = 0, latency = 0] = [plain, single, batches, paced]
    const limit = 100
    return {
      figures: [
        {
          name: 'one event a delivery',
          unit: 'requests/s',
          anchor: { what: 'node:http answering nothing', value: plainRate },
          product: { what: 'intake', value: singleRate },
          ratio: median(result.single.map((rate, round) => rate / (result.plain[round] ?? rate))),
          goal: { atLeast: 0.2 },
        },
        {
          name: '100 events a delivery',
          unit: 'events/s',
          anchor: { what: 'pipeline of validation', value: pipeline },
          product: { what: 'intake', value: batchRate },
          ratio: batchRate / pipeline,
          goal: { atLeast: 0.6 },
        },
        {
          name: 'latency at half of that load, p99',
          unit: 'ms',
          anchor: { what: 'limit', value: limit },
          product: { what: 'intake', value: latency },
          ratio: latency / limit,
          goal: { atMost: 1 },
        },
      ],
      notes: [
        { name: 'deliveries', value: `${requests} a round; every one counted exactly once` },
        {
          name: 'ratio of each round',
          value: result.single
            .map((rate, round) => (rate / (result.plain[round] ?? rate)).toFixed(2))
            .join(' '),
        },
      ],
    }
  },
}

/** Calls a second through parsing and validation, on the clock, as the deliveries are measured. */
const pipelineRate = (): number => {
  const { events, nextCall } = trackWorkload()
  const plan = compilePlan(rulesOfEvents(events))
  const texts = Array.from({ length: 5_000 }, nextCall)
  for (const text of texts) plan.validate(JSON.parse(text))
  const started = performance.now()
  for (const text of texts) plan.validate(JSON.parse(text))
  return (texts.length / (performance.now() - started)) * 1_000
}
