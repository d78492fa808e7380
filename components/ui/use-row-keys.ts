'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useKeys } from './use-keys'

/**
 * j and k through a list. Rows carry `data-row={index}` and hold one link, which gets the focus, so that enter
 * opens the row.
 *
 * @param show brings a row into the document and into sight; needed for virtualised lists
 * @param focus what in a row gets the focus: a selector after the row's own, its link unless said otherwise
 * @returns the index of the active row, -1 before the first key, and a way to go to a row
 */
export const useRowKeys = (
  list: RefObject<HTMLElement | null>,
  count: number,
  show: (index: number) => void = () => {},
  focus = ' a',
) => {
  const [active, setActive] = useState(-1)
  const latestShow = useRef(show)
  useEffect(() => {
    latestShow.current = show
  })
  const go = useCallback((index: number) => {
    latestShow.current(index)
    setActive(index)
  }, [])
  const move = (step: number) => {
    const next = Math.min(Math.max(active + step, 0), count - 1)
    if (next >= 0) go(next)
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  useEffect(() => {
    if (active < 0) return
    const frame = requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-row="${active}"]${focus}`)
        ?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [active, list, focus])
  return { active, go }
}
