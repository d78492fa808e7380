'use client'
import { type RefObject, useEffect, useState } from 'react'
import { useKeys } from './use-keys'

/**
 * j and k through a list. Rows carry `data-row={index}` and hold one link, which gets the focus, so that enter
 * opens the row.
 *
 * @param show brings a row into the document and into sight; needed for virtualised lists
 * @returns the index of the active row, -1 before the first key
 */
export const useRowKeys = (
  list: RefObject<HTMLElement | null>,
  count: number,
  show: (index: number) => void = () => {},
): number => {
  const [active, setActive] = useState(-1)
  const move = (step: number) => {
    const next = Math.min(Math.max(active + step, 0), count - 1)
    if (next < 0) return
    show(next)
    setActive(next)
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  useEffect(() => {
    if (active < 0) return
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-row="${active}"] a`)?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [active, list])
  return active
}
