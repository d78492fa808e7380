/** A part of a text that must not be kept: from `start` up to `end`, both in UTF-16 units. */
export type Finding = { readonly start: number; readonly end: number }

/** Knows one kind of personal data or secret by what it looks like. */
export type Detector = {
  readonly id: string
  readonly title: string
  /** What it takes for one, in words for people. */
  readonly takes: string
  /** Whether a text may hold one at all: quick, and never false where `find` would find. */
  readonly may: (text: string) => boolean
  readonly find: (text: string) => readonly Finding[]
}

/** Findings of every match of a pattern (which must be linear and global) that a further look confirms. */
export const matchesOf =
  (pattern: RegExp, confirms: (match: string, text: string, at: number) => boolean = () => true) =>
  (text: string): readonly Finding[] => {
    const found: Finding[] = []
    for (const match of text.matchAll(pattern))
      if (confirms(match[0], text, match.index))
        found.push({ start: match.index, end: match.index + match[0].length })
    return found
  }

export const digitsOf = (text: string): string => text.replace(/\D/g, '')
