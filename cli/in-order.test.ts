import { expect, test } from 'vitest'
import { inOrder } from './in-order'

const all = async <T>(some: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of some) found.push(one)
  return found
}

/** A promise that is kept when told so. */
const later = () => {
  let keep = () => {}
  const promise = new Promise<void>((resolve) => {
    keep = resolve
  })
  return { promise, keep: () => keep() }
}

async function* counted(to: number, onTake: (taken: number) => void = () => {}) {
  for (let i = 0; i < to; i += 1) {
    onTake(i)
    yield i
  }
}

test('keeps the order whatever is done first', async () => {
  const gates = Array.from({ length: 5 }, later)
  const result = all(
    inOrder(counted(5), 5, async (i) => {
      await gates[i]?.promise
      return i * 10
    }),
  )
  for (const gate of gates.toReversed()) gate.keep()
  expect(await result).toEqual([0, 10, 20, 30, 40])
})

test('does several at once, but takes no more than it was told to ahead of whoever reads', async () => {
  let taken = 0
  const results = inOrder(
    counted(100, (i) => {
      taken = i
    }),
    3,
    async (i) => i,
  )
  await results.next()
  await new Promise(setImmediate)
  expect(taken).toBeLessThan(5)
  await results.return(undefined)
})

test('gives a result while the source is still waiting for more', async () => {
  const more = later()
  async function* slow() {
    yield 1
    await more.promise
    yield 2
  }
  const results = inOrder(slow(), 4, async (i) => i)
  expect(await results.next()).toEqual({ done: false, value: 1 })
  more.keep()
  expect(await all(results)).toEqual([2])
})

test('tells an error of the source after what came before it', async () => {
  async function* failing() {
    yield 1
    yield 2
    throw new Error('cut off')
  }
  const found: number[] = []
  const read = async () => {
    for await (const one of inOrder(failing(), 4, async (i) => i)) found.push(one)
  }
  await expect(read()).rejects.toThrow('cut off')
  expect(found).toEqual([1, 2])
})

test('passes on an error of the work', async () => {
  const failing = async () => {
    throw new Error('no')
  }
  await expect(all(inOrder(counted(3), 2, failing))).rejects.toThrow('no')
})
