import { type ExactJson, ExactNumber } from '../plan/exact-json'
import { breaking, nothingNew, safe, stillAccepted, unknown } from './opinions'
import type { Verdict } from './verdict'

type Limit = { readonly before?: ExactJson; readonly after?: ExactJson; readonly applies: boolean }

/** JSON Schema draft-07: the formats that validators are asked to know. What others do with a name is their own. */
const knownFormats: ReadonlySet<ExactJson> = new Set([
  'date',
  'date-time',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'json-pointer',
  'regex',
  'time',
  'uri',
  'uri-reference',
])

const lowerBounds = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'])
const upperBounds = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'])
const startAtZero = new Set(['minLength', 'minItems', 'minProperties'])

/** A pattern, a format or a bound that came, went or moved, for senders and readers. */
export const judgeLimit = (keyword: string, { applies, before, after }: Limit): Verdict => {
  if (!applies) return same('The types that are allowed here never met it.')
  if (keyword === 'format' && [before, after].some((name) => name !== undefined && !knownFormats.has(name)))
    return open('what Segment makes of this format')
  const limit = (value: ExactJson | undefined) => (isNoLimit(keyword, value) ? undefined : value)
  const [was, is] = [limit(before), limit(after)]
  if (was === undefined && is === undefined) return same('It allows everything, as before.')
  if (was === undefined) return tighter
  if (is === undefined) return looser
  const [low, high] = [numberOf(was), numberOf(is)]
  if (low === null || high === null) return open(`which texts the old and the new ${keyword} take`)
  // Equal once rounded, they still differ in what was written.
  if (low !== high && lowerBounds.has(keyword)) return high > low ? tighter : looser
  if (low !== high && upperBounds.has(keyword)) return high < low ? tighter : looser
  return open(`which numbers the old and the new ${keyword} take`)
}

const numberOf = (value: ExactJson): number | null => {
  if (value instanceof ExactNumber) return Number(value.literal)
  return typeof value === 'number' ? value : null
}

const isNoLimit = (keyword: string, value: ExactJson | undefined): boolean =>
  value === undefined ||
  (startAtZero.has(keyword) && value === 0) ||
  (keyword === 'uniqueItems' && value === false)

const tighter: Verdict = {
  senders: breaking('Values that were accepted are refused.'),
  readers: nothingNew,
}

const looser: Verdict = {
  senders: stillAccepted,
  readers: breaking('Values may arrive that could not before.'),
}

const same = (why: string): Verdict => ({ senders: safe(why), readers: safe(why) })

const open = (question: string): Verdict => ({
  senders: unknown(`It has not been established ${question}.`),
  readers: unknown(`It has not been established ${question}.`),
})
