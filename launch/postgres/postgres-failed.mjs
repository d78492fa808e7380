/** The embedded Postgres cannot be run here; the message says why, for people. */
export class PostgresFailed extends Error {}
