import type { Client } from '../client'

/** Which of these keys are kept already, on whatever day they came. */
export const knownKeys = async (client: Client, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await client.$queryRaw<{ key: string }[]>`
    select key::text from occurrence where key = any(${keys}::uuid[])`
  return new Set(rows.map(({ key }) => key))
}
