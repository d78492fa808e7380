import { describe, expect, it } from 'vitest'
import { arrive, board, withBoard, world } from './board.cases'
import { changeViolation } from './change-violation'
import { deleteBoardFilter } from './delete-board-filter'
import { listBoardFilters } from './list-board-filters'
import { readViolation } from './read-violation'
import { saveBoardFilter } from './save-board-filter'
import { triageMany } from './triage-many'

withBoard()

describe('doing the same to many', () => {
  it('gives each its own outcome, and what undoes it', async () => {
    await arrive(...['a', 'b', 'c'].map((name) => ({ pointer: `/properties/${name}` })))
    const [a, b, c] = await board()
    await changeViolation(world.ctx, { id: b?.id ?? '', status: 'resolved' })
    const violations = [a, b, c].map((row) => ({ id: row?.id ?? '', revision: row?.revision ?? 0 }))
    const { data } = await triageMany(world.ctx, {
      violations: [...violations, { id: 'nothing' }],
      change: { status: 'ignored', reason: 'A test shop' },
    })
    expect(data.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['changed', null],
      ['refused', 'stale'],
      ['changed', null],
      ['refused', 'not-found'],
    ])
    expect(data[0]?.before).toEqual({ status: 'open' })
    const undone = await triageMany(world.ctx, {
      violations: [{ id: a?.id ?? '', revision: data[0]?.revision ?? -1 }],
      change: data[0]?.before ?? {},
    })
    expect(undone.data[0]?.outcome).toBe('changed')
    expect((await readViolation(world.ctx, { id: a?.id ?? '' })).status).toBe('open')
    expect((await readViolation(world.ctx, { id: c?.id ?? '' })).status).toBe('ignored')
  })

  it('refuses as a whole what is wrong for all', async () => {
    await arrive({ pointer: '/properties/a' })
    const [a] = await board()
    await expect(
      triageMany(world.ctx, { violations: [{ id: a?.id ?? '' }], change: { status: 'ignored' } }),
    ).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
    expect((await board())[0]).toMatchObject({ status: 'open', revision: 0 })
  })
})

describe('kept filters', () => {
  it('are one person’s, and a name holds one', async () => {
    const kept = await saveBoardFilter(world.ctx, { name: 'Mine', query: 'whose=mine' })
    const again = await saveBoardFilter(world.ctx, { name: 'Mine', query: 'whose=me' })
    expect(again.id).toBe(kept.id)
    expect((await listBoardFilters(world.ctx)).data).toEqual([
      { id: kept.id, name: 'Mine', query: 'whose=me' },
    ])
    const other = await world.as('viewer')
    expect((await listBoardFilters(other)).data).toEqual([])
    await expect(deleteBoardFilter(other, { id: kept.id })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
    await deleteBoardFilter(world.ctx, { id: kept.id })
    expect((await listBoardFilters(world.ctx)).data).toEqual([])
  })
})
