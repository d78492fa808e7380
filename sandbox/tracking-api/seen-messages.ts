const remembered = 100_000

/** Remembers message ids, the oldest forgotten first: Segment takes each id of a source once. */
export const makeSeenMessages = () => {
  const seen = new Set<string>()
  return {
    /** True for the first time only. */
    isNew: (sourceId: string, messageId: string) => {
      const id = `${sourceId} ${messageId}`
      if (seen.has(id)) return false
      seen.add(id)
      if (seen.size > remembered) for (const oldest of seen) if (seen.delete(oldest)) break
      return true
    },
  }
}
