'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
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
  const [reached, setReached] = useState({ index: -1, times: 0 })
  const active = reached.index
  const latestShow = useRef(show)
  useEffect(() => {
    latestShow.current = show
  })
  const go = useCallback((index: number) => {
    latestShow.current(index)
    // Going where one is already brings the focus back there.
    setReached(({ times }) => ({ index, times: times + 1 }))
  }, [])
  const move = (step: number) => {
    const next = Math.min(Math.max(active + step, 0), count - 1)
    // At once: a key that follows acts on the row that was meant, however fast somebody types.
    if (next >= 0) flushSync(() => go(next))
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  useEffect(() => {
    if (reached.index < 0) return
    let frame = 0
    // A row of a virtualised list comes into the document some frames after it was asked for.
    const focusSoon = (framesLeft: number) => {
      frame = requestAnimationFrame(() => {
        const row = list.current?.querySelector<HTMLElement>(`[data-row="${reached.index}"]${focus}`)
        if (row) row.focus({ preventScroll: true })
        else if (framesLeft > 0) focusSoon(framesLeft - 1)
      })
    }
    focusSoon(20)
    return () => cancelAnimationFrame(frame)
  }, [reached, list, focus])
  return { active, go }
}
