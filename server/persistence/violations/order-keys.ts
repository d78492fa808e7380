/** How many rows a place takes 21 of 53 bits for. */
const mostPlaces = 2 ** 21

/**
 * The places of keys of hexadecimal digits, ordered by key; equal keys keep the order of their places. Sorts the first
 * eight digits together with the place as one number, which is several times quicker than comparing texts.
 *
 * @param keys at least eight lower-case hexadecimal digits each
 */
export const orderKeys = (keys: readonly string[]): readonly number[] => {
  if (keys.length > mostPlaces)
    throw new RangeError(`More than ${mostPlaces} keys cannot be ordered at once.`)
  const codes = new Float64Array(keys.length)
  keys.forEach((key, place) => {
    codes[place] = Number.parseInt(key.slice(0, 8), 16) * mostPlaces + place
  })
  const places: number[] = []
  for (const code of codes.sort()) places.push(code % mostPlaces)
  // Those that begin alike are side by side, and few.
  for (let at = 1; at < places.length; at += 1) {
    const place = places[at] as number
    const key = keys[place] as string
    let to = at
    while (to > 0 && (keys[places[to - 1] as number] as string) > key) {
      places[to] = places[to - 1] as number
      to -= 1
    }
    places[to] = place
  }
  return places
}
