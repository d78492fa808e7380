import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'
import { tallyOf } from './tally'

// Line ends and what cannot be stored, so that different senders look alike to a careless key, and alike ones differ.
const text = fc.constantFrom('', 'a', 'b', 'a\nb', '\nb', 'b\0', '\0', '\ud800', '\ufffd')
const at = fc.integer({ min: 0, max: 3 }).map((hour) => `2026-01-05T0${hour}:30:00.000Z`)
const groupOf = (id: string): Fresh['group'] => ({
  fingerprint: id,
  violation: { id, message: '', count: 0, sampledAt: null },
})
const groups = { v1: groupOf('v1'), v2: groupOf('v2'), v10: groupOf('v10') }
const fresh: fc.Arbitrary<Fresh> = fc
  .record({
    at,
    sourceId: text,
    appVersion: text,
    library: text,
    sourceName: text,
    violation: fc.constantFrom('v1' as const, 'v2' as const, 'v10' as const),
    ruleVersion: fc.constantFrom(null, 1),
  })
  .map(({ violation, ...of }) => ({
    key: '',
    place: 0,
    group: groups[violation],
    of: { ...occurrence, ...of, hour: `${of.at.slice(0, 13)}:00:00.000Z` },
  }))

const occurrence: Fresh['of'] = {
  key: '',
  fingerprint: '',
  planId: 'plan',
  ruleType: 'TRACK',
  ruleKey: 'Order Completed',
  ruleVersion: null,
  pointer: '',
  schemaPointer: null,
  type: 'required',
  rawType: '',
  message: '',
  messageId: '',
  at: '',
  hour: '',
  sourceId: '',
  sourceName: '',
  appVersion: '',
  library: '',
}

/** Counts by a key of text, one occurrence at a time. */
const counted = (all: readonly Fresh[], keyOf: (one: Fresh) => readonly string[]) => {
  const counts = new Map<string, number>()
  for (const one of all) {
    const key = JSON.stringify(keyOf(one))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const senderOf = ({ of }: Fresh) => [of.sourceId, of.appVersion, of.library].map(storableText)

it('counts what counting one by one counts, each key once and in order (law)', () => {
  fc.assert(
    fc.property(fc.array(fresh, { maxLength: 60 }), (all) => {
      const { hours, senders, violations } = tallyOf(all)
      const ofHours = hours.counts.map(({ violation, hour, sender, count }): [string, number] => {
        const { sourceId, appVersion, library } = hours.senders[sender] ?? {}
        return [
          JSON.stringify([hours.violationIds[violation], hours.hours[hour], sourceId, appVersion, library]),
          count,
        ]
      })
      expect(new Map(ofHours)).toEqual(
        counted(all, (one) => [one.group.violation.id, one.of.hour, ...senderOf(one)]),
      )
      const ofSenders = senders.map(({ violationId, sender, count }): [string, number] => [
        JSON.stringify([violationId, sender.sourceId, sender.appVersion, sender.library]),
        count,
      ])
      expect(new Map(ofSenders)).toEqual(counted(all, (one) => [one.group.violation.id, ...senderOf(one)]))
      const ids = [...new Set(all.map(({ group }) => group.violation.id))].sort()
      expect(violations.map(({ violationId }) => violationId)).toEqual(ids)
      const turned = tallyOf(all.toReversed())
      expect(turned.hours).toEqual(hours)
      expect(turned.senders.map(({ sender }) => sender)).toEqual(senders.map(({ sender }) => sender))
      expect(hours.counts.length).toBe(new Set(ofHours.map(([key]) => key)).size)
      expect(senders.length).toBe(new Set(ofSenders.map(([key]) => key)).size)
    }),
  )
})

it('knows the first and the last time, the name at the last, and an occurrence whose rule is known (law)', () => {
  fc.assert(
    fc.property(fc.array(fresh, { minLength: 1, maxLength: 30 }), (all) => {
      const { senders, violations } = tallyOf(all)
      for (const { violationId, count, first, last, of } of violations) {
        const own = all.filter(({ group }) => group.violation.id === violationId).map((one) => one.of)
        expect(count).toBe(own.length)
        const times = own.map((one) => one.at).sort()
        expect([first, last]).toEqual([times[0], times.at(-1)])
        expect(of.ruleVersion === null).toBe(own.every(({ ruleVersion }) => ruleVersion === null))
      }
      for (const { violationId, sender, last, sourceName } of senders) {
        const own = all.filter(
          (one) =>
            one.group.violation.id === violationId &&
            senderOf(one).join('\u0001') ===
              [sender.sourceId, sender.appVersion, sender.library].join('\u0001'),
        )
        expect(own.filter((one) => one.of.at === last).map((one) => one.of.sourceName)).toContain(sourceName)
      }
    }),
  )
})
