/** A stretch of a comment as it is shown; a mention stands without its `@`, code without its marks. */
export type CommentPart = {
  readonly kind: 'text' | 'code' | 'block' | 'link' | 'mention'
  readonly text: string
}

/** Code between fences or single backticks, addresses of the web without the full stop after them, and every `@`. */
const marks =
  /```[^\S\n]*\w*\n(?<block>[\s\S]*?)\n?```|`(?<code>[^`\n]+)`|(?<link>https?:\/\/[^\s<>"`]*[^\s<>"`.,;:!?)\]}'])|(?<![\p{L}\p{N}.])(?<at>@)/gu

/**
 * What is said in a comment, part by part. Nothing in it is markup but code and web addresses; `names` are those
 * that an `@` before them mentions, the longest one first where several fit.
 */
export const commentParts = (body: string, names: readonly string[] = []): readonly CommentPart[] => {
  const parts: CommentPart[] = []
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  let from = 0
  const take = (part: CommentPart, start: number, end: number) => {
    if (start > from) parts.push({ kind: 'text', text: body.slice(from, start) })
    parts.push(part)
    from = end
  }
  for (const { 0: whole, index, groups } of body.matchAll(marks)) {
    if (groups?.at !== undefined) {
      const name = longestFirst.find((each) => isNamedAt(body, index + 1, each))
      if (name !== undefined) take({ kind: 'mention', text: name }, index, index + 1 + name.length)
    } else take(partOf(groups), index, index + whole.length)
  }
  if (from < body.length) parts.push({ kind: 'text', text: body.slice(from) })
  return parts
}

const partOf = (groups: Readonly<Record<string, string>> | undefined): CommentPart => {
  if (groups?.block !== undefined) return { kind: 'block', text: groups.block }
  if (groups?.code !== undefined) return { kind: 'code', text: groups.code }
  return { kind: 'link', text: groups?.link ?? '' }
}

const isNamedAt = (body: string, at: number, name: string): boolean =>
  body.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(body.slice(at + name.length))
