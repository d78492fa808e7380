'use client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import { useRowKeys } from './use-row-keys'
import { useTop } from './use-top'

type Asked = {
  readonly count: number
  /** Height of every row in CSS pixels, its hairline included. */
  readonly rowHeight: number
  /** Left out where all rows are there. */
  readonly hasMore?: boolean
  readonly onMore?: () => void
}

export type WindowRows = {
  /** Goes on the table body. */
  readonly body: RefObject<HTMLTableSectionElement | null>
  readonly count: number
  readonly rowHeight: number
  readonly hasMore: boolean
  /** The rows that stand in the document. */
  readonly indexes: readonly number[]
  /** The height of the room before and after them, in CSS pixels. */
  readonly before: number
  readonly after: number
  /** The row that j and k have reached; -1 before the first key. */
  readonly active: number
}

/** What the server, which has no window, assumes; the browser measures right after. */
const assumedWindow = { width: 1440, height: 900 }

/** A long table body on the page's own scroll bar. Asks for more rows shortly before the end. */
export const useWindowRows = ({ count, rowHeight, hasMore = false, onMore }: Asked): WindowRows => {
  const body = useRef<HTMLTableSectionElement>(null)
  const scrollMargin = useTop(body)
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 16,
    initialRect: assumedWindow,
    scrollMargin,
    scrollPaddingStart: 96,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)
  const seen = last?.index ?? -1
  useEffect(() => {
    if (hasMore && seen >= count - 30) onMore?.()
  }, [seen, count, hasMore, onMore])
  return {
    body,
    count,
    rowHeight,
    hasMore,
    indexes: items.map(({ index }) => index),
    before: (items[0]?.start ?? scrollMargin) - scrollMargin,
    after: virtual.getTotalSize() - ((last?.end ?? scrollMargin) - scrollMargin),
    active: useRowKeys(body, count, (index) => virtual.scrollToIndex(index)).active,
  }
}
