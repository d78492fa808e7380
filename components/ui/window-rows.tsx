'use client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { useRowKeys } from './use-row-keys'
import { useTop } from './use-top'

type WindowRows = {
  readonly count: number
  /** Height of every row in CSS pixels, its hairline included. */
  readonly rowHeight: number
  readonly hasMore: boolean
  readonly onMore: () => void
}

/** What the server, which has no window, assumes; the browser measures right after. */
const assumedWindow = { width: 1440, height: 900 }

/**
 * A long table body on the page's own scroll bar: which rows stand in the document, how high the room before and after
 * them is, and which one j and k have reached. Asks for more rows shortly before the end.
 */
export const useWindowRows = (
  body: RefObject<HTMLElement | null>,
  { count, rowHeight, hasMore, onMore }: WindowRows,
) => {
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
    if (hasMore && seen >= count - 30) onMore()
  }, [seen, count, hasMore, onMore])
  return {
    indexes: items.map(({ index }) => index),
    before: (items[0]?.start ?? scrollMargin) - scrollMargin,
    after: virtual.getTotalSize() - ((last?.end ?? scrollMargin) - scrollMargin),
    active: useRowKeys(body, count, (index) => virtual.scrollToIndex(index)).active,
  }
}

/** Keeps the place of rows that are not in the document. One cell: spanning columns would bring hidden ones back. */
export const RowSpace = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr>
      <td height={height} className="p-0" />
    </tr>
  ) : null
