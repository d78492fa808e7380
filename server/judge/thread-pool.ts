import { Worker } from 'node:worker_threads'
import type { ThreadEntry } from './thread-entry'
import type { Asked, TaskKind, ThreadReply, ThreadTasks } from './thread-task'

/** `time`: it took too long and was ended. `memory`: it wanted too much. `failed`: it threw, or its thread died. */
export type Ended = 'time' | 'memory' | 'failed'

export type Outcome<K extends TaskKind> =
  | { readonly ok: true; readonly answer: ThreadTasks[K]['answer'] }
  | { readonly ok: false; readonly ended: Ended; readonly message: string }

export type PoolLimits = {
  readonly threads: number
  /** Of the heap of one thread. */
  readonly memoryMb: number
  /** From one step of a task to the next. */
  readonly stepMs: number
  /** Until an unused thread is ended. */
  readonly idleMs: number
}

export type ThreadPool = {
  /** Tasks wait in one line, so whoever has many asks one after the other. Rejects only when `signal` fires. */
  readonly run: <K extends TaskKind>(
    kind: K,
    asked: ThreadTasks[K]['asked'],
    signal?: AbortSignal,
  ) => Promise<Outcome<K>>
  readonly close: () => Promise<void>
}

type AnyOutcome = Outcome<TaskKind>

type Waiting = { readonly asked: Asked; readonly settle: (outcome: AnyOutcome) => void }

type Thread = {
  readonly worker: Worker
  /** Null while it is free, and while it starts. */
  task: Waiting | null
  isReady: boolean
  timer: NodeJS.Timeout | undefined
}

/** A thread that does not even come up within this time never will. */
const startMs = 60_000

/** Threads with limits, started when they are needed and kept for the next task. */
export const threadPool = (entry: ThreadEntry, limits: PoolLimits): ThreadPool => {
  const waiting: Waiting[] = []
  const threads = new Set<Thread>()
  let isClosed = false

  const end = (thread: Thread, ended: Ended, message: string) => {
    clearTimeout(thread.timer)
    if (!threads.delete(thread)) return
    thread.task?.settle({ ok: false, ended, message })
    thread.task = null
    void thread.worker.terminate()
    goOn()
  }

  const watch = (thread: Thread, ms: number, message: string) => {
    clearTimeout(thread.timer)
    thread.timer = setTimeout(() => end(thread, 'time', message), ms)
  }

  const free = (thread: Thread) => {
    clearTimeout(thread.timer)
    thread.task = null
    // A thread that waits keeps no process alive.
    thread.worker.unref()
    thread.timer = setTimeout(() => end(thread, 'failed', 'idle'), limits.idleMs)
    thread.timer.unref()
    goOn()
  }

  const start = () => {
    const { file, ...options } = entry
    const worker = new Worker(file, {
      ...options,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    })
    const thread: Thread = { worker, task: null, isReady: false, timer: undefined }
    threads.add(thread)
    watch(thread, startMs, 'The thread did not start.')
    worker.on('message', (reply: ThreadReply) => {
      if (reply.is === 'ready') {
        thread.isReady = true
        free(thread)
      } else if (reply.is === 'step') watch(thread, limits.stepMs, tooLong)
      else {
        const { task } = thread
        free(thread)
        task?.settle(
          reply.is === 'answer'
            ? { ok: true, answer: reply.answer as never }
            : { ok: false, ended: 'failed', message: reply.message },
        )
      }
    })
    worker.on('error', (error: Error & { readonly code?: string }) =>
      end(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed', error.message),
    )
    worker.on('exit', (code) => end(thread, 'failed', `The thread ended with code ${code}.`))
  }

  const goOn = () => {
    for (const thread of threads) {
      if (waiting.length === 0) return
      if (!thread.isReady || thread.task !== null) continue
      const task = waiting.shift() as Waiting
      thread.task = task
      thread.worker.ref()
      watch(thread, limits.stepMs, tooLong)
      thread.worker.postMessage(task.asked)
    }
    const starting = [...threads].filter(({ isReady }) => !isReady).length
    if (starting < waiting.length && threads.size < limits.threads) start()
  }

  return {
    run: (kind, asked, signal) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          // What has begun may end; its answer is not waited for.
          const at = waiting.indexOf(task)
          if (at !== -1) waiting.splice(at, 1)
          reject(signal?.reason)
        }
        const task: Waiting = {
          asked: { kind, ...asked } as Asked,
          settle: (outcome) => {
            signal?.removeEventListener('abort', giveUp)
            resolve(outcome as Outcome<typeof kind>)
          },
        }
        if (signal?.aborted) return reject(signal.reason)
        if (isClosed) return task.settle(stopped)
        signal?.addEventListener('abort', giveUp)
        waiting.push(task)
        goOn()
      }),
    close: async () => {
      isClosed = true
      for (const { settle } of waiting.splice(0)) settle(stopped)
      await Promise.all(
        [...threads].map((thread) => {
          end(thread, 'failed', stopped.message)
          return thread.worker.terminate()
        }),
      )
    },
  }
}

const tooLong = 'It took too long.'
const stopped = { ok: false, ended: 'failed', message: 'The process stops.' } as const
