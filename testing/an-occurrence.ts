import type { Occurrence } from '@/server/ports/violation-store'

/** An occurrence of a missing property of `Order Completed`, ready to be folded; `key` names it for good. */
export const anOccurrence = (
  planId: string,
  fields: Partial<Occurrence> & { readonly key: string },
): Occurrence => {
  const at = fields.at ?? '2026-01-05T08:30:00.000Z'
  const ruleKey = fields.ruleKey === undefined ? 'Order Completed' : fields.ruleKey
  const pointer = fields.pointer ?? '/properties/total'
  return {
    fingerprint: JSON.stringify([planId, ruleKey, pointer]),
    planId,
    ruleType: 'TRACK',
    ruleKey,
    ruleVersion: 1,
    pointer,
    schemaPointer: null,
    type: 'required',
    rawType: 'Required',
    message: `${pointer} is required`,
    messageId: `message ${fields.key}`,
    at,
    hour: `${at.slice(0, 13)}:00:00.000Z`,
    sourceId: 'web',
    sourceName: 'Web shop',
    appVersion: '1.0.0',
    library: 'analytics.js 4',
    ...fields,
  }
}
