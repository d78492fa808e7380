import { isObject, type Json } from '@/sandbox/world/json'

const without = (value: Json, [step, ...rest]: string[]): Json => {
  if (step === undefined) return value
  if (Array.isArray(value)) {
    const index = Number(step)
    const item = value[index]
    if (item === undefined) return value
    return rest.length === 0 ? value.toSpliced(index, 1) : value.with(index, without(item, rest))
  }
  if (!isObject(value)) return value
  const { [step]: child, ...others } = value
  if (child === undefined) return value
  return rest.length === 0 ? others : { ...value, [step]: without(child, rest) }
}

// From the back, so that taking one array element away moves none that is still to go.
const lastFirst = (places: string[][]) =>
  places.toSorted((a, b) => b.join('\u0000').localeCompare(a.join('\u0000'), 'en', { numeric: true }))

/** The value with the named places left out. */
export const withoutPlaces = <T extends Json>(value: T, places: string[][]): T =>
  lastFirst(places).reduce<Json>(without, value) as T
