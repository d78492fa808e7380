import type { ClientBase } from 'pg'
import { BackupRefused } from './backup-format'

export type StoredTable = {
  /** With its schema, quoted, ready to stand in SQL. */
  readonly name: string
  /** Quoted; without those that Postgres computes. */
  readonly columns: readonly string[]
  /** Of a table that is kept in parts: each part's name, quoted, and what belongs into it. */
  readonly parts: readonly StoredPart[]
}

export type StoredPart = { readonly name: string; readonly bounds: string }

type Row = StoredTable & { readonly references: readonly string[] }

// Both histories of migrations stay out: the database that is restored into has its own.
const tables = `
  select format('%I.%I', n.nspname, c.relname) as name,
    array(select format('%I', a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select format('%I.%I', fn.nspname, f.relname) from pg_constraint k
      join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references,
    coalesce((select json_agg(json_build_object('name', format('%I.%I', n.nspname, p.relname),
        'bounds', pg_get_expr(p.relpartbound, p.oid)) order by p.relname)
      from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid), '[]') as parts
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'graphile_worker')
    and (n.nspname, c.relname) not in (('public', '_prisma_migrations'), ('graphile_worker', 'migrations'))
  order by 1`

/** Every table with data of ours, the queue's included, each after those it refers to. */
export const storedTables = async (client: ClientBase): Promise<StoredTable[]> => {
  const { rows } = await client.query<Row>(tables)
  const ordered: Row[] = []
  while (ordered.length < rows.length) {
    const next = rows.filter(
      (row) =>
        !ordered.includes(row) && row.references.every((name) => ordered.some((done) => done.name === name)),
    )
    if (next.length === 0)
      throw new BackupRefused('Tables refer to each other in a circle; they have no order.')
    ordered.push(...next)
  }
  return ordered.map(({ name, columns, parts }) => ({ name, columns, parts }))
}

/** The migrations a database has, ours and the queue's. */
export const appliedMigrations = async (client: ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null
     union all select 'queue ' || id from graphile_worker.migrations order by 1`,
  )
  return rows.map(({ name }) => name)
}
