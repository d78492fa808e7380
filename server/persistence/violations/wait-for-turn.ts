import type { Connection } from '../connection'

/** From so many occurrences on. */
const worthTurns = 10_000

/**
 * Large batches are written by one writer at a time: of two that hold some of the same, the second would wait in the
 * middle of its copy for the other's commit, and then have to begin anew. The turn ends with the transaction.
 */
export const waitForTurn = async (connection: Connection, size: number): Promise<void> => {
  if (size >= worthTurns)
    await connection.run`select pg_advisory_xact_lock(hashtext('plumbline occurrence_copy'))`
}
