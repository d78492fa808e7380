const freshMs = 2_000
const most = 1_000

/**
 * Remembers for two seconds what was read under a name, so that what arrives in numbers does not ask the database each
 * time. Names come from outside, so how many are remembered has an end. A failed reading is not remembered.
 */
export const rememberBriefly = <T>(read: (name: string) => Promise<T>): ((name: string) => Promise<T>) => {
  const known = new Map<string, { readonly found: Promise<T>; readonly at: number }>()
  return (name) => {
    const entry = known.get(name)
    if (entry && performance.now() - entry.at < freshMs) return entry.found
    const found = read(name)
    known.delete(name)
    known.set(name, { found, at: performance.now() })
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    found.catch(() => known.delete(name))
    return found
  }
}
