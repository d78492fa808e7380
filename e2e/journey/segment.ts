import { z } from 'zod'
import { runningProduct } from '../server/running-product'

/** A rule as Segment gives and takes it. */
export type SegmentRule = {
  readonly type: string
  readonly key?: string
  readonly version: number
  readonly jsonSchema: unknown
}

const Rules = z.object({
  rules: z.array(
    z.object({ type: z.string(), key: z.string().optional(), version: z.number(), jsonSchema: z.unknown() }),
  ),
})

const ask = async <Answer>(
  method: string,
  path: string,
  schema: z.ZodType<Answer>,
  body?: unknown,
): Promise<Answer> => {
  const answer = await fetch(`${runningProduct().sandboxUrl}${path}`, {
    method,
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return schema.parse(await answer.json())
}

const rulesOf = async (plan: string): Promise<readonly SegmentRule[]> =>
  (await ask('GET', `/_sandbox/plans/${plan}/rules`, Rules)).rules

/** The other side: what Segment holds, and what people do there. Plans are named by their `tp_…`. */
export const segment = {
  /** Segment's Public API, as a token of the workspace may use it. */
  ask,
  rulesOf,
  /** The schema that Segment holds under a name; undefined when there is none. */
  schemaOf: async (plan: string, key: string): Promise<unknown> =>
    (await rulesOf(plan)).find((rule) => rule.key === key)?.jsonSchema,
  /** Puts a plan there as a whole; it is visible at once. */
  load: (plan: string, name: string, rules: readonly SegmentRule[]): Promise<unknown> =>
    ask('PUT', `/_sandbox/plans/${plan}/rules`, z.unknown(), { name, rules }),
} as const
