/**
 * A backup is gzipped text: a first line that says what it is, then for each table a line with its name and
 * columns, its rows as Postgres' COPY writes them, and a line `\.`; then a last line with the counts.
 */
export type BackupHeader = {
  readonly plumblineBackup: 1
  readonly version: string
  readonly at: string
  /** Our migrations and the queue's that the data fits to. */
  readonly migrations: readonly string[]
}

export type BackupTable = {
  readonly table: string
  readonly columns: readonly string[]
  /** The parts of a table that is kept in parts. */
  readonly parts?: readonly { readonly name: string; readonly bounds: string }[]
}

/** Rows by table. A backup without this line was cut short. */
export type BackupEnd = { readonly rows: Readonly<Record<string, number>> }

export const endOfRows = '\\.\n'

export const line = (value: BackupHeader | BackupTable | BackupEnd) => `${JSON.stringify(value)}\n`

/** What the rows look like must not depend on how a server is set up. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local statement_timeout = 0`

/** A backup cannot be written or restored; the message is meant for people. */
export class BackupRefused extends Error {}
