import type { Json } from '../plan/json'
import { breaking, safe, unknown } from './opinions'
import type { Verdict } from './verdict'

type Limit = { readonly before?: Json; readonly after?: Json; readonly applies: boolean }

/** JSON Schema draft-07: the formats that validators are asked to know. What others do with a name is their own. */
const knownFormats: ReadonlySet<Json> = new Set([
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
  const limit = (value: Json | undefined) => (isNoLimit(keyword, value) ? undefined : value)
  const [was, is] = [limit(before), limit(after)]
  if (was === undefined && is === undefined) return same('It allows everything, as before.')
  if (was === undefined) return tighter
  if (is === undefined) return looser
  if (typeof was !== 'number' || typeof is !== 'number')
    return open(`which texts the old and the new ${keyword} take`)
  if (lowerBounds.has(keyword)) return is > was ? tighter : looser
  if (upperBounds.has(keyword)) return is < was ? tighter : looser
  return open(`which numbers the old and the new ${keyword} take`)
}

const isNoLimit = (keyword: string, value: Json | undefined): boolean =>
  value === undefined ||
  (startAtZero.has(keyword) && value === 0) ||
  (keyword === 'uniqueItems' && value === false)

const tighter: Verdict = {
  senders: breaking('Values that were accepted are refused.'),
  readers: safe('Readers meet nothing that they could not meet before.'),
}

const looser: Verdict = {
  senders: safe('Everything that was accepted still is.'),
  readers: breaking('Values may arrive that could not before.'),
}

const same = (why: string): Verdict => ({ senders: safe(why), readers: safe(why) })

const open = (question: string): Verdict => ({
  senders: unknown(`It has not been established ${question}.`),
  readers: unknown(`It has not been established ${question}.`),
})
