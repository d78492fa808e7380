'use client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
  useSyncExternalStore,
} from 'react'
import { useTop } from './use-top'

/** What the server, which has no window, assumes; the browser measures right after. */
const assumedWindow = { width: 1440, height: 900 }

const never = () => () => undefined
/** Whether this is the server's picture, or the browser's first, which is the same. */
const useIsFirstPicture = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  )

type WindowSectionsProps = {
  readonly count: number
  readonly label: string
  readonly keyOf: (index: number) => string
  /** About how high one is, in CSS pixels. */
  readonly estimate: number
  readonly section: (index: number) => ReactNode
  /** Asks for what comes after the last one; left out where all are there. */
  readonly onMore?: (() => void) | undefined
  /** Where keys go through them: the one that was reached, and ways to it. */
  readonly keys?: {
    readonly active: number
    /** Brings a section into the document and into sight. */
    readonly scroller: RefObject<((index: number) => void) | null>
    readonly list: RefObject<HTMLUListElement | null>
  }
}

// While the page scrolls, this renders with every frame and what it shows stays the same.
const Section = memo(
  ({ index, section }: { readonly index: number } & Pick<WindowSectionsProps, 'section'>) => section(index),
)

/** A long list of sections of any height on the page's own scroll bar; only those near the window are in the document. */
export const WindowSections = (props: WindowSectionsProps) => {
  const { count, label, keyOf, estimate, section, onMore, keys } = props
  const own = useRef<HTMLUListElement>(null)
  const list = keys?.list ?? own
  const scrollMargin = useTop(list)
  const isFirstPicture = useIsFirstPicture()
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    // What is out of sight can wait until there is something to see.
    overscan: isFirstPicture ? 1 : 6,
    initialRect: assumedWindow,
    // The first picture is the server's, also where a reload comes back to the middle of the page.
    initialOffset: 0,
    scrollMargin,
    scrollPaddingStart: 96,
    scrollPaddingEnd: 48,
  })
  useImperativeHandle(keys?.scroller, () => (index: number) => virtual.scrollToIndex(index), [virtual])
  const items = virtual.getVirtualItems()
  const seen = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (seen >= count - 10) onMore?.()
  }, [seen, count, onMore])
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)
  return (
    <ul ref={list} aria-label={label} style={{ paddingTop: before, paddingBottom: Math.max(0, after) }}>
      {items.map(({ index, key }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          data-row={index}
          tabIndex={keys && -1}
          className={index === keys?.active ? 'focus-ring rounded-sm bg-hover' : 'focus-ring rounded-sm'}
        >
          <Section index={index} section={section} />
        </li>
      ))}
    </ul>
  )
}
