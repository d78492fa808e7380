import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failed } from '../fail'
import { type GroupCommitLimits, groupCommit } from './group-commit'

/** A commit that waits until it is let go, and tells what it was given. */
const gate = () => {
  const batches: number[][] = []
  const gates: (() => void)[] = []
  return {
    batches,
    open: async () => {
      await expect.poll(() => gates.length).toBeGreaterThan(0)
      gates.shift()?.()
    },
    commit: async (items: readonly number[]) => {
      batches.push([...items])
      await new Promise<void>((go) => gates.push(go))
      return items.map((item) => item * 10)
    },
  }
}

const bytesOfOne = 100
const common = { sizeOf: () => bytesOfOne, isAvailable: async () => true }
const codeOf = (attempt: Promise<unknown>) =>
  attempt.catch((error: unknown) => (error instanceof Failed ? error.failure.code : error))

describe('group commit', () => {
  it('answers nobody before the commit, and each with its own answer', async () => {
    const { batches, commit, open } = gate()
    const group = groupCommit({ ...common, commit })
    const answered: number[] = []
    const first = [1, 2].map((item) => group.add(item).then((answer) => answered.push(answer)))
    await expect.poll(() => batches).toEqual([[1, 2]])
    const later = [3, 4, 5].map((item) => group.add(item).then((answer) => answered.push(answer)))
    expect(answered).toEqual([])
    await open()
    await Promise.all(first)
    expect(answered).toEqual([10, 20])
    await open()
    await Promise.all(later)
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ])
    expect(answered).toEqual([10, 20, 30, 40, 50])
    expect(group.waiting()).toEqual({ items: 0, bytes: 0 })
  })

  it('begins a second commit while the first is under way, and no third', async () => {
    const { batches, commit, open } = gate()
    const group = groupCommit({ ...common, commit, limits: { commits: 2, gatherMs: 0 } })
    const answers: Promise<number>[] = []
    for (const item of [1, 2]) {
      answers.push(group.add(item))
      await expect.poll(() => batches.length).toBe(item)
    }
    answers.push(group.add(3), group.add(4))
    await new Promise((later) => setTimeout(later, 20))
    expect(batches).toEqual([[1], [2]])
    for (let time = 0; time < 3; time += 1) await open()
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40])
    expect(batches).toEqual([[1], [2], [3, 4]])
  })

  it('gathers after a commit has begun, until as many wait as are worth one', async () => {
    const { batches, commit, open } = gate()
    const group = groupCommit({ ...common, commit, limits: { gatherMs: 60_000, worthwhile: 3 } })
    const answers = [group.add(1)]
    await open()
    answers.push(group.add(2), group.add(3))
    await new Promise((later) => setTimeout(later, 20))
    expect(batches).toEqual([[1]])
    answers.push(group.add(4))
    await open()
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40])
    expect(batches).toEqual([[1], [2, 3, 4]])
  })

  it('ends gathering by itself', async () => {
    const group = groupCommit({ ...common, commit: async (items: readonly number[]) => items })
    expect(await group.add(1)).toBe(1)
    expect(await group.add(2)).toBe(2)
  })

  it.each<[string, Partial<GroupCommitLimits>]>([
    ['items', { items: 3 }],
    ['bytes', { bytes: 3 * bytesOfOne }],
  ])('refuses more than may wait (%s), and takes more when that is done', async (_, limits) => {
    const { commit, open } = gate()
    const group = groupCommit({ ...common, commit, limits })
    const taken = [1, 2, 3].map((item) => group.add(item))
    const refused = await group.add(4).catch((error: unknown) => error)
    expect(refused).toMatchObject({ failure: { code: 'rate-limited', retryAfterSeconds: 1 } })
    expect(() => group.refuseWhenFull()).toThrow(Failed)
    await open()
    expect(await Promise.all(taken)).toEqual([10, 20, 30])
    expect(() => group.refuseWhenFull()).not.toThrow()
  })

  it('commits at most so many together', async () => {
    const sizes: number[] = []
    const commit = async (items: readonly number[]) => {
      sizes.push(items.length)
      return items
    }
    const group = groupCommit({ ...common, commit, limits: { batchItems: 4, batchBytes: 3 * bytesOfOne } })
    await Promise.all(Array.from({ length: 8 }, (_, item) => group.add(item)))
    expect(sizes).toEqual([3, 3, 2])
  })

  it('lets an item that cannot be committed take nobody with it (law)', async () => {
    const law = fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (bad) => {
      const committed: number[] = []
      const commit = async (items: readonly number[]) => {
        if (items.some((item) => bad[item])) throw new Error('value too long')
        committed.push(...items)
        return items
      }
      const group = groupCommit({ ...common, commit })
      const answers = await Promise.all(bad.map((_, item) => codeOf(group.add(item))))
      expect(answers).toEqual(bad.map((isBad, item) => (isBad ? 'unexpected' : item)))
      expect(committed).toEqual(bad.flatMap((isBad, item) => (isBad ? [] : [item])))
    })
    await fc.assert(law, { numRuns: 50 })
  })

  it('tries a batch once when the database is away, refuses all of it, and goes on when it is back', async () => {
    let isThere = false
    let attempts = 0
    const commit = async (items: readonly number[]) => {
      attempts += 1
      if (!isThere) throw new Error('connection refused')
      return items
    }
    const group = groupCommit({ ...common, commit, isAvailable: async () => isThere })
    const away = await Promise.all([1, 2, 3].map((item) => codeOf(group.add(item))))
    expect(away).toEqual(['unexpected', 'unexpected', 'unexpected'])
    expect(attempts).toBe(1)
    isThere = true
    expect(await group.add(4)).toBe(4)
  })

  it('refuses the rest when the database goes away between the halves', async () => {
    let isThere = true
    const commit = async (items: readonly number[]) => {
      if (items.length > 1) throw new Error('one of them is bad')
      isThere = false
      throw new Error('gone')
    }
    const group = groupCommit({ ...common, commit, isAvailable: async () => isThere })
    expect(await Promise.all([1, 2, 3].map((item) => codeOf(group.add(item))))).toEqual(
      Array(3).fill('unexpected'),
    )
    expect(group.waiting()).toEqual({ items: 0, bytes: 0 })
  })
})
