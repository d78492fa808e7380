import type { Connection } from '../connection'
import { arrayText } from '../rows/array-text'

/** Which of these keys are kept already in the day that this transaction writes into. */
export const knownKeys = async (
  connection: Connection,
  day: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const [row] = await connection.rows<{ known: string | null }>`
    select occurrence_keys_known(${day}::date, ${arrayText(keys)}::uuid[]) as known`
  return new Set(row?.known?.split(','))
}
