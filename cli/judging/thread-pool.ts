import { Worker } from 'node:worker_threads'
import type { JobKind } from './jobs'
import type { Ended, Outcome } from './outcome'
import type { Answered, Asked, Opened, Reply } from './thread-message'

export type Limits = {
  readonly threads: number
  /** Of the heap of one thread. */
  readonly memoryMb: number
  /** For one item. */
  readonly itemMs: number
}

type Needs = {
  readonly kind: JobKind
  /** Asked for each thread that starts, so that a new one can be told what stopped the others. */
  readonly setup: () => unknown
  readonly limits: Limits
  readonly program: string
  readonly onEnded: (item: unknown, ended: Ended) => void
}

export type ThreadPool = {
  /** The outcomes of a batch, in its order. */
  readonly judge: (items: readonly unknown[]) => Promise<readonly Outcome<unknown>[]>
  readonly close: () => Promise<void>
}

type Batch = {
  readonly items: readonly unknown[]
  readonly outcomes: (Outcome<unknown> | undefined)[]
  readonly settle: (outcomes: readonly Outcome<unknown>[]) => void
}

type Thread = {
  readonly worker: Worker
  readonly at: Int32Array
  batch: Batch | null
  /** The places of what it was asked. */
  places: readonly number[]
  isReady: boolean
  /** The count of items that was seen last, and when it was seen first. */
  seen: number
  since: number
}

/** A thread that does not even come up within this time never will. */
const startMs = 60_000
const lookMs = 50
const youngMb = 32

/**
 * Threads with limits, started when they are needed. An item that goes beyond them ends with its thread; a new thread
 * goes on with the next one.
 */
export const threadPool = ({ kind, setup, limits, program, onEnded }: Needs): ThreadPool => {
  const waiting: Batch[] = []
  const threads = new Set<Thread>()
  let looking: NodeJS.Timeout | undefined

  const end = (thread: Thread, ended: Ended, message: string) => {
    if (!threads.delete(thread)) return
    void thread.worker.terminate()
    const { batch } = thread
    if (batch) {
      const place = guilty(batch, Atomics.load(thread.at, 0))
      batch.outcomes[place] = { ok: false, ended, message }
      onEnded(batch.items[place], ended)
      if (!batch.outcomes.includes(undefined)) settled(batch)
      else waiting.unshift(batch)
    } else if (!thread.isReady) {
      // What all items share is already too much.
      for (const { items, settle } of waiting.splice(0))
        settle(items.map(() => ({ ok: false, ended, message })))
    }
    goOn()
  }

  const look = () => {
    const now = performance.now()
    for (const thread of threads) {
      if (thread.isReady && thread.batch === null) continue
      const count = Atomics.load(thread.at, 1)
      if (count !== thread.seen) Object.assign(thread, { seen: count, since: now })
      // A process that was kept from looking judges nobody by that.
      else if (now - thread.since > (thread.isReady ? limits.itemMs : startMs)) end(thread, 'time', tooLong)
    }
  }

  const start = () => {
    const at = new Int32Array(new SharedArrayBuffer(8))
    const worker = new Worker(program, {
      workerData: { kind, setup: setup(), at } satisfies Opened,
      argv: process.argv.slice(2, 3),
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: youngMb },
    })
    const thread: Thread = {
      worker,
      at,
      batch: null,
      places: [],
      isReady: false,
      seen: 0,
      since: performance.now(),
    }
    threads.add(thread)
    worker.on('message', (reply: Reply) => {
      if (reply.is === 'ready') thread.isReady = true
      if (reply.is === 'answers') note(thread, reply)
      if (reply.is === 'done') thread.batch = settled(thread.batch)
      goOn()
    })
    worker.on('error', (error: Error & { readonly code?: string }) =>
      end(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed', error.message),
    )
    worker.on('exit', (code) => end(thread, 'failed', `The thread ended with code ${code}.`))
  }

  const goOn = () => {
    for (const thread of threads) {
      if (!thread.isReady || thread.batch !== null) continue
      const batch = waiting.shift()
      if (!batch) break
      const asked = unanswered(batch)
      Object.assign(thread, { batch, places: asked.places, since: performance.now() })
      thread.worker.postMessage(asked)
    }
    const starting = [...threads].filter(({ isReady }) => !isReady).length
    if (starting < waiting.length && threads.size < limits.threads) start()
    if (threads.size > 0) looking ??= setInterval(look, lookMs)
  }

  return {
    judge: (items) =>
      new Promise((settle) => {
        waiting.push({ items, outcomes: items.map(() => undefined), settle })
        goOn()
      }),
    close: async () => {
      clearInterval(looking)
      const ending = [...threads].map(({ worker }) => worker.terminate())
      threads.clear()
      await Promise.all(ending)
    },
  }
}

const tooLong = 'It took too long.'
const lost = { ok: false, ended: 'failed', message: 'It was not answered.' } as const

const settled = (batch: Batch | null): null => {
  batch?.settle(batch.outcomes.map((outcome) => outcome ?? lost))
  return null
}

const unanswered = ({ items, outcomes }: Batch): Asked => {
  const places = [...outcomes.keys()].filter((place) => outcomes[place] === undefined)
  return { places, items: places.map((place) => items[place]) }
}

const note = ({ batch, places }: Thread, { first, answers, failures }: Answered): void => {
  if (!batch) return
  const failed = new Map(failures)
  for (const [i, answer] of answers.entries()) {
    const message = failed.get(i)
    batch.outcomes[places[first + i] ?? -1] =
      message === undefined ? { ok: true, answer } : { ok: false, ended: 'failed', message }
  }
}

/** The item at which a thread ended; the first one when it had not begun. */
const guilty = ({ outcomes }: Batch, at: number): number => {
  const first = outcomes.indexOf(undefined)
  return at > first && outcomes[at] === undefined ? at : first
}
