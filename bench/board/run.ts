import { Client } from 'pg'
import { aPlan } from '@/testing/a-plan'
import { composedOn, ownPostgres } from '@/testing/own-postgres'
import { fillBoard } from './fill-board'

/** Milliseconds of each page, by both ways. */
export type BoardTimes = { readonly keyset: readonly number[]; readonly board: readonly number[] }

// Another process of the bench, on all cores: pages of one walk through the board, by turns as bare rows and as the
// board shows them.
const [occurrences, violations, rounds] = process.argv.slice(2).map(Number) as [number, number, number]
const rows = 50
const pagesOfWalk = 20

/** One page by key, as a table can be read at best: the rows alone, without what the board shows beside them. */
const keysetPage = `
  select * from violation
  where plan_id = $1 and status = 'open' and (seen_minute, id) < ($2::timestamptz, $3::text)
  order by seen_minute desc, id desc
  limit ${rows}`

const postgres = await ownPostgres()
const composition = composedOn(postgres.url)
const ctx = composition.contextFor({ kind: 'system', personId: null, name: 'Bench' })
const client = new Client({ connectionString: postgres.url })
await client.connect()
const { planId } = await aPlan(ctx)
await fillBoard(client, planId, { occurrences, violations })
// As the worker does every five minutes.
await ctx.transaction((stores) => stores.board.weigh(ctx.now()))
await client.query('vacuum analyze violation_week')

const timed = async <Answer>(times: number[], work: () => Promise<Answer>): Promise<Answer> => {
  const begun = performance.now()
  const answer = await work()
  times.push(performance.now() - begun)
  return answer
}

/** Reads as the use case does, in a transaction of its own. */
const boardPage = (cursor: string | undefined) =>
  ctx.transaction((stores) =>
    stores.board.page(
      {
        filter: { planId, statuses: ['open'] },
        sort: 'last-seen',
        bundled: true,
        limit: rows,
        ...(cursor === undefined ? {} : { cursor }),
      },
      ctx.now(),
    ),
  )

const walk = async (): Promise<{ readonly keyset: number[]; readonly board: number[] }> => {
  const times = { keyset: [] as number[], board: [] as number[] }
  let after: readonly unknown[] = ['infinity', '']
  let cursor: string | undefined
  for (let page = 0; page < pagesOfWalk; page += 1) {
    const found = await timed(times.keyset, () => client.query(keysetPage, [planId, ...after]))
    const last = found.rows.at(-1)
    after = [last.seen_minute.toISOString(), last.id]
    cursor = (await timed(times.board, () => boardPage(cursor))).nextCursor ?? undefined
  }
  return times
}

// The first walks make everything warm.
for (let round = 0; round < 3; round += 1) await walk()
const walks = []
for (let round = 0; round < rounds; round += 1) walks.push(await walk())
await client.end()
await composition.close()
await postgres.stop()
process.send?.({
  keyset: walks.flatMap(({ keyset }) => keyset),
  board: walks.flatMap(({ board }) => board),
} satisfies BoardTimes)
