import { readPlanFile } from '@/domain/plan/plan-file'
import { compilePlan } from '@/domain/validation/compile-plan'
import type { Bench } from '../figure'
import { median, medianRatio, takeTurns } from '../take-turns'
import { largePlan } from '../workload/large-plan'

export const ready: Bench = {
  name: 'ready',
  title: 'A large plan, from its text until its first call is judged, against parsing the text',
  run: ({ events, rounds }) => {
    const rules = largePlan(events)
    const text = JSON.stringify({ rules })
    const call = { type: 'track', event: rules[0]?.key ?? '', properties: {} }
    let sink = 0
    const turns = takeTurns(rounds, () => [
      {
        anchor: () => {
          sink += (JSON.parse(text) as { rules: unknown[] }).rules.length
        },
        product: () => {
          const reading = readPlanFile(text)
          if (!reading.ok) throw new Error(reading.refusal.message)
          sink += compilePlan(reading.rules).validate(call).length
        },
      },
    ])
    return {
      figures: [
        {
          name: 'plan ready',
          unit: 'ms',
          anchor: { what: 'JSON.parse', value: median(turns.anchor) },
          product: { what: 'ours', value: median(turns.product) },
          ratio: medianRatio(turns),
          goal: { atMost: 1.5 },
        },
      ],
      notes: [
        { name: 'plan', value: `${rules.length} events, ${(text.length / 1e6).toFixed(1)} MB` },
        { name: 'counted', value: String(sink) },
      ],
    }
  },
}
