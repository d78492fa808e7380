import type { Connection } from '../connection'

/** Notes when each of the violations that are new was first seen; those that are gone again never were. */
export const addFirstMoments = async (
  connection: Connection,
  added: readonly string[],
  newId: () => string,
): Promise<void> => {
  await connection.run`
    insert into violation_moment (id, violation_id, kind, at)
    select moment.id, violation.id, 'seen-first', violation.first_seen
    from unnest(${added.map(() => newId())}::text[], ${added}::text[]) as moment (id, violation_id)
      join violation on violation.id = moment.violation_id`
}
