import type { SegmentAnswer } from '@/server/ports/segment-gateway'

export type SegmentPage<T> = {
  readonly items: readonly T[]
  readonly next: string | null
  readonly total: number | null
}

export type PageCall<T> = (cursor: string | undefined) => Promise<SegmentAnswer<SegmentPage<T>>>

/** More pages than anything in Segment has; a server that never says "last" must not hold a job for ever. */
const mostPages = 1_000

/**
 * Reads all pages of a list.
 *
 * @param onPage told after each page how many items are in, and how many Segment says there are
 * @returns the items and the total that the last page named; `incomplete-read` when the pages do not add up
 */
export const readPages = async <T>(
  call: PageCall<T>,
  onPage: (done: number, total: number | null) => void | Promise<void> = () => {},
): Promise<SegmentAnswer<readonly T[]>> => {
  const items: T[] = []
  const cursors = new Set<string>()
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await call(cursor)
    if (!page.ok) return page
    items.push(...page.value.items)
    const { next, total } = page.value
    await onPage(items.length, total)
    if (next === null)
      return total === null || total === items.length
        ? { ok: true, value: items }
        : short(items.length, total)
    if (cursors.has(next)) return incomplete('Segment gave the same page twice.')
    cursors.add(next)
    cursor = next
  }
  return incomplete('Segment gave more pages than a list can have.')
}

const short = (read: number, total: number): SegmentAnswer<never> =>
  incomplete(`Segment said ${total} and gave ${read}: the list is incomplete or changed while it was read.`)

const incomplete = (message: string): SegmentAnswer<never> => ({
  ok: false,
  problem: { kind: 'incomplete-read', message },
})
