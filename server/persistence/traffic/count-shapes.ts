import type { Client } from '../client'
import type { PlacedCall } from './place-in-strata'

/** Shapes that are told apart in one stratum; calls of others count under the empty id. */
export const shapesPerStratum = 64

/** Counts every call under its shape. Called while the strata are locked, so the number of shapes holds. */
export const countShapes = async (client: Client, placed: readonly PlacedCall[]): Promise<void> => {
  const known = await client.shapeCount.findMany({
    where: { stratumId: { in: [...new Set(placed.map(({ stratum }) => stratum))] } },
    select: { stratumId: true, shapeId: true },
  })
  const shapesOf = new Map<string, Set<string>>()
  const shapesIn = (stratum: string): Set<string> => {
    const shapes = shapesOf.get(stratum) ?? new Set()
    shapesOf.set(stratum, shapes)
    return shapes
  }
  for (const { stratumId, shapeId } of known) if (shapeId !== '') shapesIn(stratumId).add(shapeId)

  const counts = new Map<string, { stratum: string; shape: string; received: number }>()
  const named = new Map<string, PlacedCall>()
  for (const one of placed) {
    const shapes = shapesIn(one.stratum)
    const { id } = one.call.shape
    const shape = shapes.has(id) || shapes.size < shapesPerStratum ? id : ''
    if (shape !== '') {
      shapes.add(shape)
      named.set(JSON.stringify([one.call.planId, shape]), one)
    }
    const key = `${one.stratum} ${shape}`
    const count = counts.get(key)
    if (count) count.received += 1
    else counts.set(key, { stratum: one.stratum, shape, received: 1 })
  }
  await nameShapes(client, [...named.values()])
  await addCounts(client, [...counts.values()])
}

/** The day is moved on once a day only, so that shapes that are in use are not written with every call. */
const nameShapes = (client: Client, calls: readonly PlacedCall[]) => client.$executeRaw`
  insert into call_shape as s (plan_id, id, paths, last_on)
  select plan_id, id, paths::json, last_on
  from unnest(
    ${calls.map(({ call }) => call.planId)}::text[],
    ${calls.map(({ call }) => call.shape.id)}::text[],
    ${calls.map(({ call }) => JSON.stringify(call.shape.paths))}::text[],
    ${calls.map(({ day }) => day)}::date[]
  ) as t (plan_id, id, paths, last_on)
  order by plan_id, id
  on conflict (plan_id, id) do update set last_on = excluded.last_on where s.last_on < excluded.last_on`

const addCounts = (
  client: Client,
  counts: readonly { readonly stratum: string; readonly shape: string; readonly received: number }[],
) => client.$executeRaw`
  insert into shape_count as c (stratum_id, shape_id, received)
  select * from unnest(
    ${counts.map(({ stratum }) => stratum)}::text[],
    ${counts.map(({ shape }) => shape)}::text[],
    ${counts.map(({ received }) => received)}::bigint[]
  ) as t (stratum_id, shape_id, received)
  order by stratum_id, shape_id
  on conflict (stratum_id, shape_id) do update set received = c.received + excluded.received`
