import type { Connection } from '../connection'
import { arrayElement, arrayText } from '../rows/array-text'
import { storableText } from '../rows/storable-text'
import type { FoldedInto, Fresh } from './fresh'

/** How many occurrences of a violation stay readable for good. */
const samplesKept = 10

/** A violation that has its samples gets a new one this often at most, however many occurrences arrive. */
const refreshedAfterMs = 60_000

/** Keeps the newest few occurrences of each violation readable: `taken` are now among them. */
export const addSamples = async (connection: Connection, taken: readonly Fresh[]): Promise<void> => {
  if (taken.length === 0) return
  const ids = [...new Set(taken.map(({ group }) => group.violation.id))]
  await connection.run`
    insert into violation_sample (violation_id, key, message_id, occurred_at, source_id, source_name, app_version,
      library, message)
    select * from unnest(
      ${arrayText(taken.map(({ group }) => group.violation.id))}::text[],
      ${arrayText(taken.map(({ key }) => key))}::uuid[],
      ${textsOf(taken, ({ messageId }) => messageId)}::text[],
      ${arrayText(taken.map(({ of }) => of.at))}::timestamptz[],
      ${textsOf(taken, ({ sourceId }) => sourceId)}::text[],
      ${textsOf(taken, ({ sourceName }) => sourceName)}::text[],
      ${textsOf(taken, ({ appVersion }) => appVersion)}::text[],
      ${textsOf(taken, ({ library }) => library)}::text[],
      ${textsOf(taken, ({ message }) => message)}::text[])
    on conflict do nothing`
  await connection.run`
    delete from violation_sample where (violation_id, key) in (
      select violation_id, key from (
        select violation_id, key,
          row_number() over (partition by violation_id order by occurred_at desc, key) as place
        from violation_sample where violation_id = any(${ids}::text[])
      ) as kept where place > ${samplesKept})`
}

const textsOf = (taken: readonly Fresh[], read: (of: Fresh['of']) => string) =>
  arrayText(taken.map(({ of }) => arrayElement(storableText(read(of)))))

/** Those of a batch that are to become samples. */
export const samplesOf = (fresh: readonly Fresh[], now: string): readonly Fresh[] => {
  const ofGroup = new Map<Fresh['group'], Fresh[] | null>()
  for (const one of fresh) {
    const others = ofGroup.get(one.group)
    if (others) others.push(one)
    else if (others === undefined)
      ofGroup.set(one.group, roomFor(one.group.violation, now) > 0 ? [one] : null)
  }
  return [...ofGroup]
    .sort(([a], [b]) => (a.violation.id < b.violation.id ? -1 : 1))
    .flatMap(([{ violation }, all]) => (all ? newest(all, roomFor(violation, now)) : []))
}

const newest = (all: readonly Fresh[], most: number) =>
  [...all].sort((a, b) => (a.of.at > b.of.at ? -1 : 1)).slice(0, most)

const roomFor = ({ count, sampledAt }: FoldedInto, now: string): number => {
  if (count < samplesKept) return samplesKept
  const isDue = sampledAt === null || Date.parse(now) - Date.parse(sampledAt) >= refreshedAfterMs
  return isDue ? 1 : 0
}
