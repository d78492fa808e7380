'use client'
import { useSyncExternalStore } from 'react'

const changed = 'plumbline-kept-text'

const subscribe = (listener: () => void) => {
  window.addEventListener(changed, listener)
  return () => window.removeEventListener(changed, listener)
}

/**
 * Text that is being typed, kept for this tab: a reload, a lost race or a session that ended takes none of it away.
 * Writing the empty text forgets it.
 */
export const useKeptText = (key: string): readonly [string, (text: string) => void] => {
  const name = `plumbline.text.${key}`
  const text = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(name) ?? '',
    () => '',
  )
  const keep = (next: string) => {
    if (next === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, next)
    window.dispatchEvent(new Event(changed))
  }
  return [text, keep]
}
