import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import type { PlannedEvent } from './planned-event'

export const rulesOfEvents = (events: readonly PlannedEvent[]): readonly Rule[] =>
  events.map(({ name, schema }) => {
    const reading = ruleFromText({ type: 'TRACK', key: name, version: 1 }, JSON.stringify(schema))
    if (!reading.ok) throw new Error(reading.refusal.message)
    return reading.rule
  })
