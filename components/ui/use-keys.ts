'use client'
import { useEffect, useRef } from 'react'

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const chordMilliseconds = 900

/**
 * Single keys (`j`, `?`) and chords (`g c`) for the page. Silent while somebody types, while a dialog or menu is open,
 * and with a modifier held (except Shift, which makes `?`).
 */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target))
        return
      const chord =
        first && event.timeStamp - first.at < chordMilliseconds ? `${first.key} ${event.key}` : null
      const action = (chord && latest.current[chord]) || latest.current[event.key]
      first = { key: event.key, at: event.timeStamp }
      if (!action) return
      first = null
      event.preventDefault()
      action(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

const isBusy = (target: EventTarget | null): boolean => {
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]'))
    return true
  // One that fades out (`data-closed`) is over for whoever types on; short news is a dialog that holds nobody up.
  const dialog = ':is([role="dialog"], [role="alertdialog"]):not([data-closed], [aria-modal="false"])'
  return document.querySelector(dialog) !== null
}
