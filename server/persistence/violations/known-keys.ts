import type { Connection } from '../connection'
import { arrayText } from '../rows/array-text'

/** Which of these keys are kept already, on whatever day they came. */
export const knownKeys = async (
  connection: Connection,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await connection.rows<{ key: string }>`
    select replace(key::text, '-', '') as key from occurrence_keys_known(${arrayText(keys)}::uuid[]) as key`
  return new Set(rows.map(({ key }) => key))
}
