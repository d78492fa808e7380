/** The longest name that is kept, in bytes of UTF-8: an index entry of Postgres holds 2,704, other columns included. */
export const longestKey = 2_000

/** A name as it can be kept: cut between two characters where it is longer than `longestKey`. */
export const cutKey = (name: string): string => {
  if (name.length * 3 <= longestKey) return name
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(longestKey))
  return name.slice(0, read)
}

export const isKeyTooLong = (name: string): boolean => cutKey(name) !== name
