import type { Connection } from '../connection'
import { arrayElement, arrayText } from '../rows/array-text'
import { storableText } from '../rows/storable-text'
import { senderElements } from './sender-elements'
import type { Tally } from './tally'

/**
 * Adds to the counts of hours, senders and violations, in this order, which is the same for everybody who writes, and
 * leaves the violations locked.
 *
 * @param sampled the ids of the violations that get samples now
 * @returns the ids of those that new calls may reopen
 */
export const addCounts = async (
  connection: Connection,
  { hours, senders, violations }: Tally,
  sampled: ReadonlySet<string>,
  now: string,
): Promise<readonly string[]> => {
  if (violations.length === 0) return []
  const ofSender = senderElements()
  const [row] = await connection.rows<{ decided: string }>`
    select
      violation_hours_add(
        ${arrayText(hours.violationIds)}::text[],
        ${arrayText(hours.hours)}::timestamptz[],
        ${arrayText(hours.senders.map((sender) => ofSender(sender).sourceId))}::text[],
        ${arrayText(hours.senders.map((sender) => ofSender(sender).appVersion))}::text[],
        ${arrayText(hours.senders.map((sender) => ofSender(sender).library))}::text[],
        ${arrayText(hours.counts.map(({ violation }) => violation + 1))}::int[],
        ${arrayText(hours.counts.map(({ hour }) => hour + 1))}::int[],
        ${arrayText(hours.counts.map(({ sender }) => sender + 1))}::int[],
        ${arrayText(hours.counts.map(({ count }) => count))}::int[]),
      violation_senders_add(
        ${arrayText(senders.map(({ violationId }) => violationId))}::text[],
        ${arrayText(senders.map(({ sender }) => ofSender(sender).sourceId))}::text[],
        ${arrayText(senders.map(({ sender }) => ofSender(sender).appVersion))}::text[],
        ${arrayText(senders.map(({ sender }) => ofSender(sender).library))}::text[],
        ${arrayText(senders.map(({ sourceName }) => arrayElement(storableText(sourceName))))}::text[],
        ${arrayText(senders.map(({ count }) => count))}::bigint[],
        ${arrayText(senders.map(({ first }) => first))}::timestamptz[],
        ${arrayText(senders.map(({ last }) => last))}::timestamptz[]),
      violations_add(
        ${arrayText(violations.map(({ violationId }) => violationId))}::text[],
        ${arrayText(violations.map(({ count }) => count))}::bigint[],
        ${arrayText(violations.map(({ first }) => first))}::timestamptz[],
        ${arrayText(violations.map(({ last }) => last))}::timestamptz[],
        ${arrayText(violations.map(({ violationId }) => (sampled.has(violationId) ? now : null)))}::timestamptz[],
        ${arrayText(violations.map(({ of }) => of.ruleVersion))}::int[],
        ${arrayText(violations.map(({ of }) => pointerElement(of.schemaPointer)))}::text[]) as decided`
  return row?.decided ? row.decided.split(',') : []
}

const pointerElement = (pointer: string | null) =>
  pointer === null ? null : arrayElement(storableText(pointer))
