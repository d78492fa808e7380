import { log } from '@/server/log/log'
import { Failed, fail } from '../fail'

export type GroupCommitWork<Item, Answer> = {
  /** Commits all of them in one transaction, or none; an answer for each, in their order. */
  readonly commit: (items: readonly Item[]) => Promise<readonly Answer[]>
  /** Whether a transaction can be made at all: asked when a commit failed, to tell a bad item from a lost database. */
  readonly isAvailable: () => Promise<boolean>
  /** About how many bytes an item takes while it waits. */
  readonly sizeOf: (item: Item) => number
  readonly limits?: Partial<GroupCommitLimits>
}

export type GroupCommitLimits = {
  /** What may wait at most, whatever is being committed included. */
  readonly items: number
  readonly bytes: number
  /** What is committed together at most. */
  readonly batchItems: number
  readonly batchBytes: number
  /** How many commits may be under way: while the database works on one, the next is made ready. */
  readonly commits: number
  /**
   * A commit begins so long after the one before, or, where commits take longer, when those under way are evenly apart;
   * sooner when as many items wait as are worth one.
   */
  readonly gatherMs: number
  readonly worthwhile: number
}

const usual: GroupCommitLimits = {
  items: 20_000,
  bytes: 64 * 1024 * 1024,
  batchItems: 5_000,
  batchBytes: 8 * 1024 * 1024,
  commits: 2,
  gatherMs: 25,
  worthwhile: 100,
}

export type GroupCommit<Item, Answer> = {
  /**
   * Gives the item's own answer when it is committed.
   *
   * @throws Failed `rate-limited` at once when too much waits already, `unexpected` when it could not be committed
   */
  readonly add: (item: Item) => Promise<Answer>
  /** Throws as `add` would when too much waits: worth asking before a body is read. */
  readonly refuseWhenFull: () => void
  readonly waiting: () => { readonly items: number; readonly bytes: number }
}

type Waiting<Item, Answer> = {
  readonly item: Item
  readonly bytes: number
  readonly answer: (answer: Answer) => void
  readonly giveUp: (error: unknown) => void
}

/**
 * Commits what many callers hand in together, since a commit costs about the same for one and for hundreds: what comes
 * when none has begun for a moment goes at once, the rest gathers meanwhile. Nobody is answered before the commit. A
 * batch that fails is halved until the item that cannot be committed stands alone, so that it takes nobody with it.
 */
export const groupCommit = <Item, Answer>(work: GroupCommitWork<Item, Answer>): GroupCommit<Item, Answer> => {
  const limits = { ...usual, ...work.limits }
  const queue: Waiting<Item, Answer>[] = []
  const held = { items: 0, bytes: 0 }
  let underWay = 0
  let begunAt = Number.NEGATIVE_INFINITY
  let lastMs = 0
  let next: { readonly isAtOnce: boolean; readonly cancel: () => void } | null = null

  const isFull = () => held.items >= limits.items || held.bytes >= limits.bytes
  const refuseWhenFull = () => {
    if (!isFull()) return
    const seconds = Math.ceil(((held.items / limits.batchItems) * lastMs) / 1_000)
    fail({ code: 'rate-limited', retryAfterSeconds: Math.min(30, Math.max(1, seconds)) })
  }

  const prepareNext = () => {
    if (queue.length === 0 || underWay >= limits.commits || next?.isAtOnce) return
    const apartMs = Math.max(limits.gatherMs, lastMs / limits.commits)
    const pauseMs = begunAt + apartMs - performance.now()
    if (pauseMs <= 0 || queue.length >= limits.worthwhile) {
      next?.cancel()
      // What arrives in the same turn goes with it.
      const turn = setImmediate(begin)
      next = { isAtOnce: true, cancel: () => clearImmediate(turn) }
    } else if (next === null) {
      const timer = setTimeout(begin, pauseMs)
      next = { isAtOnce: false, cancel: () => clearTimeout(timer) }
    }
  }

  const begin = async () => {
    next = null
    underWay += 1
    const started = performance.now()
    begunAt = started
    const batch = nextBatch(queue, limits)
    prepareNext()
    await settle(work, batch)
    lastMs = performance.now() - started
    underWay -= 1
    held.items -= batch.length
    for (const { bytes } of batch) held.bytes -= bytes
    prepareNext()
  }

  return {
    add: (item) =>
      new Promise<Answer>((answer, giveUp) => {
        refuseWhenFull()
        const bytes = work.sizeOf(item)
        held.items += 1
        held.bytes += bytes
        queue.push({ item, bytes, answer, giveUp })
        prepareNext()
      }),
    refuseWhenFull,
    waiting: () => ({ ...held }),
  }
}

const nextBatch = <Item, Answer>(queue: Waiting<Item, Answer>[], limits: GroupCommitLimits) => {
  let bytes = 0
  let count = 0
  for (const waiting of queue) {
    bytes += waiting.bytes
    if (count > 0 && (count >= limits.batchItems || bytes > limits.batchBytes)) break
    count += 1
  }
  return queue.splice(0, count)
}

/** Commits a batch or, when something in it cannot be, its parts; never throws. */
const settle = async <Item, Answer>(
  work: GroupCommitWork<Item, Answer>,
  batch: readonly Waiting<Item, Answer>[],
): Promise<'settled' | 'unavailable'> => {
  try {
    const answers = await work.commit(batch.map(({ item }) => item))
    if (answers.length !== batch.length) throw new Error('A commit must answer each of its items.')
    for (const [place, answer] of answers.entries()) batch[place]?.answer(answer)
    return 'settled'
  } catch (error) {
    const isAvailable = await work.isAvailable().catch(() => false)
    if (isAvailable && batch.length > 1) {
      const middle = batch.length >> 1
      const rest = batch.slice(middle)
      const first = await settle(work, batch.slice(0, middle))
      if (first === 'settled') return settle(work, rest)
      refuse(rest, error)
      return 'unavailable'
    }
    refuse(batch, error)
    return isAvailable ? 'settled' : 'unavailable'
  }
}

/** Nothing of it was committed: whoever sent it has to send it again. Logged once, whatever its size. */
const refuse = <Item, Answer>(batch: readonly Waiting<Item, Answer>[], error: unknown) => {
  const id = crypto.randomUUID()
  log.error({ err: error, id, part: 'arrivals', items: batch.length }, 'Arrivals could not be committed')
  for (const { giveUp } of batch) giveUp(new Failed({ code: 'unexpected', id }))
}
