import { isJsonObject, type Json, type JsonObject } from '../plan/json'

/**
 * The call that a row of a CSV file holds. Columns are places in the call with dots between the names
 * (`type`, `messageId`, `properties.price`, `context.app.version`); a cell below `properties`, `traits` or `context`, or
 * one of those whole, is JSON where it can be read as JSON and text where it cannot. An empty cell says nothing.
 */
export const callOfRow = (row: Readonly<Record<string, string>>): JsonObject => {
  const call: Record<string, Json> = {}
  for (const [column, cell] of Object.entries(row)) {
    const path = column.trim().split('.')
    if (cell === '' || path.includes('__proto__')) continue
    put(call, path, isOpen(path) ? jsonOrText(cell) : cell)
  }
  return call
}

const open: ReadonlySet<string> = new Set(['properties', 'traits', 'context', 'integrations'])

const isOpen = ([section = '']: readonly string[]): boolean => open.has(section)

/** A whole section and single places in it may stand side by side. */
const put = (into: Record<string, Json>, [name = '', ...rest]: readonly string[], value: Json): void => {
  const known = Object.hasOwn(into, name) ? into[name] : undefined
  if (rest.length === 0) {
    into[name] = isJsonObject(known) && isJsonObject(value) ? { ...value, ...known } : value
    return
  }
  const below: Record<string, Json> = isJsonObject(known) ? { ...known } : {}
  put(below, rest, value)
  into[name] = below
}

const jsonOrText = (cell: string): Json => {
  try {
    return JSON.parse(cell) as Json
  } catch {
    return cell
  }
}
