import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { replayCalls } from '@/domain/replay/replay-calls'
import { replayResult } from '@/domain/replay/replay-result'
import { emptyTally, joinTally } from '@/domain/replay/replay-tally'
import { rulesOfTouched, touchedCalls } from '@/domain/replay/touched-calls'
import { compilePlan } from '@/domain/validation/compile-plan'
import type { Bench } from '../figure'
import { median, medianRatio, takeTurns, timed } from '../take-turns'
import { rulesOfEvents } from '../workload/rules-of-events'
import { trackWorkload } from '../workload/track-calls'

/** As many as replay reads from the store at once. */
const pageSize = 1000
/** One event in so many is changed: 5 %. */
const changedEvery = 20

type Kept = { readonly event: string; readonly text: Buffer }

export const replay: Bench = {
  name: 'replay',
  title:
    'Recorded calls judged by a plan and by a proposal that changes 5 % of its events, against the pipeline',
  run: ({ calls, rounds }) => {
    const { events, nextCall } = trackWorkload()
    const base = rulesOfEvents(events)
    const changed = base.map((rule, i) => (i % changedEvery === 0 ? withOptionalProperties(rule) : rule))
    const edits = base.flatMap((rule, i) => {
      const after = changed[i]?.schemaText ?? ''
      return i % changedEvery === 0 ? [{ ...ruleIdOf(rule), before: rule.schemaText, after }] : []
    })
    const touched = touchedCalls(edits)
    const names = new Set((touched.names ?? []).map(({ key }) => key))
    const pipeline = compilePlan(base)
    const replayTouched = replayCalls(rulesOfTouched(base, touched), rulesOfTouched(changed, touched))
    const replayAll = replayCalls(base, changed)

    const recorded: Kept[] = Array.from({ length: calls }, () => {
      const text = nextCall()
      return { event: String((JSON.parse(text) as { event: string }).event), text: Buffer.from(text) }
    })
    const pages = Array.from({ length: Math.ceil(calls / pageSize) }, (_, i) =>
      recorded.slice(i * pageSize, (i + 1) * pageSize),
    )
    let sink = 0
    const asPipeline = () => {
      for (const page of pages) for (const { text } of page) sink += pipeline.validate(parsed(text)).length
    }
    /** As the job does: the store is asked for calls of touched events only. */
    const asJob = () => {
      const tally = emptyTally()
      for (const page of pages)
        joinTally(tally, replayTouched(page.filter(({ event }) => names.has(event)).map(asRecorded)))
      sink += replayResult(tally).fixed
    }
    /** Every call parsed and judged, though most of them cannot change. */
    const asWhole = () => {
      const tally = emptyTally()
      for (const page of pages) joinTally(tally, replayAll(page.map(asRecorded)))
      sink += replayResult(tally).fixed
    }
    for (const warmUp of [asPipeline, asJob, asWhole]) warmUp()
    const turns = takeTurns(rounds, () => [{ anchor: asPipeline, product: asJob }])
    const whole = takeTurns(rounds, () => [{ anchor: asPipeline, product: asWhole }])
    const rate = (times: readonly number[]) => (calls / median(times)) * 1000
    const touchedCount = recorded.filter(({ event }) => names.has(event)).length
    return {
      figures: [
        {
          name: 'replay',
          unit: 'calls/s',
          anchor: { what: 'our pipeline', value: rate(turns.anchor) },
          product: { what: 'replay', value: rate(turns.product) },
          ratio: 1 / medianRatio(turns),
          goal: { atLeast: 1 },
        },
      ],
      notes: [
        { name: 'errors counted', value: String(sink) },
        {
          name: 'calls of changed events',
          value: `${touchedCount} of ${calls}, the only ones that are read and judged; ${Math.round((touchedCount / timed(asJob)) * 1000)} of these a second`,
        },
        {
          name: 'every call judged twice, changed or not',
          value: `${(1 / medianRatio(whole)).toFixed(2)} of the pipeline`,
        },
      ],
    }
  },
}

const parsed = (text: Buffer): Json => JSON.parse(text.toString('utf8')) as Json

const asRecorded = ({ event, text }: Kept) => ({
  ...{ event, sourceId: 'source', sourceName: 'Web', appVersion: '4.0', messageId: '', at: '' },
  ...{ call: parsed(text), masked: [], weight: 10, stratum: event },
})

/** A change as people make them: some properties need not be sent any more, and one more has to be. */
const withOptionalProperties = (rule: Rule): Rule => {
  const schema = JSON.parse(rule.schemaText) as {
    properties: { properties: { required: string[]; properties: Record<string, Json> } }
  }
  const section = schema.properties.properties
  section.required = [...section.required.slice(1), 'property_1']
  section.properties.added = { type: 'string' }
  const reading = ruleFromText(ruleIdOf(rule), JSON.stringify(schema))
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
