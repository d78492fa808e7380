'use client'
import { useState } from 'react'

/**
 * Which rows are selected, by name. `toggle` with `range` gives every row between the last one that was toggled and
 * this one the same state.
 */
export const useSelection = (names: readonly string[]) => {
  const [{ selected }, set] = useState<{
    readonly selected: ReadonlySet<string>
    readonly last: string | null
  }>({ selected: new Set(), last: null })
  const toggle = (name: string, range = false) =>
    set((before) => {
      const next = new Set(before.selected)
      const isOn = !before.selected.has(name)
      for (const each of range ? between(names, before.last, name) : [name]) {
        if (isOn) next.add(each)
        else next.delete(each)
      }
      return { selected: next, last: name }
    })
  return {
    /** Those that are still shown. */
    selected: names.filter((name) => selected.has(name)),
    isSelected: (name: string) => selected.has(name),
    toggle,
    setAll: (isOn: boolean) => set({ selected: new Set(isOn ? names : []), last: null }),
  }
}

const between = (names: readonly string[], from: string | null, to: string): readonly string[] => {
  const [start, end] = [names.indexOf(from ?? to), names.indexOf(to)]
  return start === -1 || end === -1 ? [to] : names.slice(Math.min(start, end), Math.max(start, end) + 1)
}
