/** The distinct values of rows in their order, and for each row the place of its value among them. */
export type NumberedValues<Value> = { readonly values: readonly Value[]; readonly of: Uint32Array }

/** Numbers what rows hold, so that rows are grouped by several values through numbers and not through texts. */
export const numberValues = <Row, Value>(
  rows: readonly Row[],
  read: (row: Row) => Value,
  compare: (a: Value, b: Value) => number,
): NumberedValues<Value> => {
  const numbers = new Map<Value, number>()
  const of = new Uint32Array(rows.length)
  rows.forEach((row, at) => {
    const value = read(row)
    let number = numbers.get(value)
    if (number === undefined) {
      number = numbers.size
      numbers.set(value, number)
    }
    of[at] = number
  })
  const values = [...numbers.keys()].sort(compare)
  const placeOf = new Uint32Array(values.length)
  values.forEach((value, place) => {
    placeOf[numbers.get(value) as number] = place
  })
  return { values, of: of.map((number) => placeOf[number] as number) }
}
