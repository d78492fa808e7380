import { isJsonObject, type Json, type JsonObject } from '../plan/json'

/** So many smaller values are tried. */
const most = 400

/** The smallest value that can be reached by leaving things out and still does. */
export const smallest = (value: Json, isGood: (value: Json) => boolean): Json => {
  let left = most
  let best = value
  for (;;) {
    let better: Json | undefined
    for (const one of smaller(best)) {
      left -= 1
      if (left < 0) return best
      if (!isGood(one)) continue
      better = one
      break
    }
    if (better === undefined) return best
    best = better
  }
}

/** Values with something less: a member, an item, some characters, digits. Never longer as JSON. */
function* smaller(value: Json): Generator<Json> {
  if (typeof value === 'string') yield* shorterTexts(value)
  else if (typeof value === 'number') yield* simplerNumbers(value)
  else if (Array.isArray(value)) yield* smallerLists(value)
  else if (isJsonObject(value)) yield* smallerObjects(value)
}

function* smallerLists(items: readonly Json[]): Generator<Json> {
  if (items.length > 2) yield items.slice(0, items.length >> 1)
  for (const i of items.keys()) yield items.toSpliced(i, 1)
  for (const [i, item] of items.entries()) for (const one of smaller(item)) yield items.with(i, one)
}

function* smallerObjects(object: JsonObject): Generator<Json> {
  const entries = Object.entries(object)
  for (const i of entries.keys()) yield Object.fromEntries(entries.toSpliced(i, 1))
  for (const [name, value] of entries) for (const one of smaller(value)) yield { ...object, [name]: one }
}

function* shorterTexts(text: string): Generator<string> {
  if (text === '') return
  if (text.length > 1) yield ''
  const characters = [...text]
  if (characters.length > 2) yield characters.slice(0, characters.length >> 1).join('')
  for (const i of characters.keys()) {
    if (characters.length > 24 || characters.length === 1) break
    yield characters.toSpliced(i, 1).join('')
  }
}

function* simplerNumbers(value: number): Generator<number> {
  const length = String(value).length
  for (const one of [0, 1, -1, Math.trunc(value), Math.round(value * 10) / 10, Number(value.toPrecision(1))])
    if (String(one).length < length) yield one
}
