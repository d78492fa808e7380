/** Works a question about a text out once: plans use the same few names again and again. */
export const remembered = <T>(answer: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    // No answer is undefined but one that was worked out.
    if (before !== undefined || known.has(text)) return before as T
    const found = answer(text)
    known.set(text, found)
    return found
  }
}
