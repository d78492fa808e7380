/**
 * Whether the database gave a transaction up because of others (Postgres 40P01, 40001), and running it again can
 * help. The error comes in three shapes: Prisma's own code, a raw query that failed, or the driver adapter's cause.
 */
export const isConcurrencyError = (error: unknown): boolean =>
  codesOf(error, 0).some((code) => retryable.has(code))

const retryable = new Set(['40P01', '40001', 'P2034', 'TransactionWriteConflict'])

const codesOf = (error: unknown, depth: number): string[] => {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const fields = error as Readonly<Record<string, unknown>>
  const own = [fields.code, fields.originalCode, fields.kind].filter((code) => typeof code === 'string')
  return [
    ...own,
    ...codesOf(fields.cause, depth + 1),
    ...codesOf(fields.meta, depth + 1),
    ...codesOf(fields.driverAdapterError, depth + 1),
  ]
}
