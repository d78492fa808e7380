'use client'
import type { RefObject } from 'react'
import { useKeys } from '../ui/use-keys'

/**
 * Keys for the group that j and k have reached: each presses the button that carries its name in `data-key`, so that
 * a key can do what the screen offers and nothing else. None of them is taken while no group has been reached.
 */
export const useGroupKeys = (list: RefObject<HTMLElement | null>, active: number): void => {
  const row = () => list.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)
  const press = (key: string) => () => row()?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
  const keys = ['a', 'x', 'm', 'c', 't'].map((key) => [key, press(key)] as const)
  const open = (event: KeyboardEvent) => {
    // On a button or a link, enter is that button's or that link's.
    if (event.target === row()) press('enter')()
    else (event.target as HTMLElement | null)?.click()
  }
  useKeys(active < 0 ? {} : { ...Object.fromEntries(keys), Enter: open })
}
