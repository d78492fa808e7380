import { z } from 'zod'
import type { SegmentAnswer } from '@/server/ports/segment-gateway'
import type { SegmentPage } from './read-pages'

// What is needed of each answer, and no more: Segment may add fields, and leaves optional ones out.

export const WireWorkspace = z.object({
  data: z.object({
    workspace: z.object({ id: z.string(), name: z.string().optional(), slug: z.string().default('') }),
  }),
})

/** `resourceSchemaId` is on the wire although no SDK model has it. */
export const WirePlan = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string().optional(),
  slug: z.string().optional(),
  description: z.string().nullish(),
  resourceSchemaId: z.string().nullish(),
  updatedAt: z.string().nullish(),
})

export const WireNewPlan = z.object({ data: z.object({ trackingPlan: WirePlan }) })

export const WireSource = z.object({
  id: z.string(),
  name: z.string().nullish(),
  slug: z.string().default(''),
  enabled: z.boolean().default(true),
  metadata: z
    .object({
      name: z.string().optional(),
      slug: z.string().optional(),
      categories: z.array(z.string()).default([]),
    })
    .nullish(),
})

export const WireNewSource = z.object({ data: z.object({ source: WireSource }) })

export const WireSourceKeys = z.object({
  data: z.object({ source: z.object({ writeKeys: z.array(z.string()).default([]) }) }),
})

/** Segment's metadata of a destination is large; how many instances it allows in each mode tells what it can be. */
export const WireDestination = z.object({
  id: z.string(),
  name: z.string().nullish(),
  enabled: z.boolean().default(true),
  metadata: z.object({
    id: z.string(),
    name: z.string().default(''),
    supportedFeatures: z
      .object({ cloudModeInstances: z.string().optional(), deviceModeInstances: z.string().optional() })
      .default({}),
    actions: z.array(z.object({ id: z.string(), slug: z.string() })).default([]),
  }),
})

export const WireNewDestination = z.object({ data: z.object({ destination: WireDestination }) })

export const WireSubscription = z.object({
  id: z.string(),
  name: z.string().default(''),
  trigger: z.string().default(''),
  enabled: z.boolean().default(true),
  settings: z.record(z.string(), z.unknown()).default({}),
})

export const WireSourceId = z.object({ id: z.string() })

export const WireSettings = z.object({ data: z.object({ settings: z.record(z.string(), z.unknown()) }) })

/** A row of event volume or of the delivery overview. */
export const WireCounts = z.object({
  eventName: z.string().nullish(),
  eventType: z.string().nullish(),
  discardReason: z.string().nullish(),
  appVersion: z.string().nullish(),
  series: z.array(z.object({ time: z.string(), count: z.number() })),
})

/** Reads an answer that is one thing. */
export const readOne = <S extends z.ZodType>(shape: S, text: string): SegmentAnswer<z.infer<S>> => {
  const parsed = shape.safeParse(JSON.parse(text))
  return parsed.success ? { ok: true, value: parsed.data } : notUnderstood(parsed.error)
}

const Pagination = z.object({
  next: z.string().nullish(),
  totalEntries: z.number().int().min(0).nullish(),
})

/**
 * Reads one page of a list that stands under `data.<name>`. `next` absent, null or empty means the last page; an
 * answer without any paging is not taken for one. With counts it is: Segment may leave their paging out, and their
 * total moves while they are read.
 */
export const readPage = <S extends z.ZodType>(
  name: string,
  shape: S,
  text: string,
  isCounts = false,
): SegmentAnswer<SegmentPage<z.infer<S>>> => {
  const answer: unknown = JSON.parse(text)
  const list = z.object({ data: z.object({ [name]: z.array(shape) }) }).safeParse(answer)
  if (!list.success) return notUnderstood(list.error)
  const paging = isCounts ? Pagination.default({}) : Pagination
  const page = z.object({ data: z.object({ pagination: paging }) }).safeParse(answer)
  if (!page.success) return notUnderstood(page.error)
  const { next, totalEntries } = page.data.data.pagination
  return {
    ok: true,
    value: {
      items: list.data.data[name] ?? [],
      next: next || null,
      total: isCounts ? null : (totalEntries ?? null),
    },
  }
}

const notUnderstood = (error: z.ZodError): SegmentAnswer<never> => {
  const [issue] = error.issues
  const place = issue?.path.join('.') ?? ''
  return {
    ok: false,
    problem: {
      kind: 'not-understood',
      message: `Segment's answer is not as expected at "${place}": ${issue?.message}.`,
    },
  }
}
