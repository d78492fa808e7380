import type { z } from 'zod'
import type { SegmentAnswer } from '@/server/ports/segment-gateway'
import { answerOf, type SegmentCall } from './answer-of'
import { readPages } from './read-pages'
import { type Patience, type RetryKind, retrying, type Waiting } from './retrying'
import { readOne, readPage } from './wire-shapes'

/** Segment Public API: what a page may hold by the older documentation, and what public clients ask for. */
const pageSize = 200

export type Page = { readonly count: number; readonly cursor?: string }

export const pageAt = (cursor: string | undefined): Page => ({ count: pageSize, ...(cursor && { cursor }) })

export type Asking = ReturnType<typeof asking>

/** How Segment is asked: with retries, and its answers read by their shapes. */
export const asking = (waiting: Waiting) => {
  const ask = (kind: RetryKind, call: () => SegmentCall, patience: Patience = 'job') =>
    retrying(kind, patience, waiting, () => answerOf(call(), waiting.now()))

  const one = async <S extends z.ZodType>(
    shape: S,
    call: () => SegmentCall,
    patience?: Patience,
    kind: RetryKind = 'reads',
  ) => whenOk(await ask(kind, call, patience), (text) => readOne(shape, text))

  const list = <S extends z.ZodType>(
    name: string,
    shape: S,
    call: (page: Page) => SegmentCall,
    { patience, isCounts = false }: { readonly patience?: Patience; readonly isCounts?: boolean } = {},
  ) =>
    readPages(async (cursor) =>
      whenOk(await ask('reads', () => call(pageAt(cursor)), patience), (text) =>
        readPage(name, shape, text, isCounts),
      ),
    )

  /** A write whose answer says nothing but that it was done. */
  const write = async (call: () => SegmentCall) => mapOk(await ask('writes', call), () => null)

  return { ask, one, list, write }
}

export const whenOk = <A, B>(
  answer: SegmentAnswer<A>,
  next: (value: A) => SegmentAnswer<B>,
): SegmentAnswer<B> => (answer.ok ? next(answer.value) : answer)

export const mapOk = <A, B>(answer: SegmentAnswer<A>, map: (value: A) => B): SegmentAnswer<B> =>
  answer.ok ? { ok: true, value: map(answer.value) } : answer
