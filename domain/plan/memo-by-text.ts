/**
 * Remembers what was worked out from texts, as long as those texts together have at most `mostCharacters`; those that
 * were asked for first are forgotten first. For answers that depend on the text alone and that nobody changes.
 */
export const memoByText = <Answer>(
  workOut: (text: string) => Answer,
  mostCharacters = 16_000_000,
): ((text: string) => Answer) => {
  const known = new Map<string, Answer>()
  let characters = 0
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as Answer
    const answer = workOut(text)
    known.set(text, answer)
    characters += text.length
    for (const oldest of known.keys()) {
      if (characters <= mostCharacters) break
      known.delete(oldest)
      characters -= oldest.length
    }
    return answer
  }
}
