import { type AnswerOf, type ItemOf, type JobKind, loadAnyJob, type SetupOf } from './jobs'
import type { Ended, Outcome } from './outcome'
import { type Limits, type ThreadPool, threadPool } from './thread-pool'
import { withinTime } from './within-time'

export type Judging<K extends JobKind> = {
  /** The outcomes of items, in their order. Never rejects for what an item holds. */
  readonly judge: (items: readonly ItemOf<K>[]) => Promise<readonly Outcome<AnswerOf<K>>[]>
  readonly close: () => Promise<void>
}

type Needs<K extends JobKind> = {
  /** What all items share. Asked again for each thread. */
  readonly setup: () => SetupOf<K>
  readonly limits: Limits
  /** The bundled program, for threads. */
  readonly program: string
  /** Told of an item that ended its thread, before another thread starts. */
  readonly onEnded?: (item: ItemOf<K>, ended: Ended) => void
}

/** Starting a thread takes longer than most work, so the work of the first moment is done without one. */
const headStartMs = 200

/**
 * Judges what anybody may have written: the first moment on this thread, everything beyond it on threads with little
 * time for an item and little memory.
 */
export const openJudging = async <K extends JobKind>(
  kind: K,
  { setup, limits, program, onEnded }: Needs<K>,
): Promise<Judging<K>> => {
  const make = await loadAnyJob[kind]()
  let left = headStartMs
  let job: ((item: unknown) => unknown) | undefined
  let pool: ThreadPool | undefined

  /** Outcomes of the first items. Once it was stopped, nothing more is done here: what stopped may be half done. */
  const begin = (items: readonly unknown[]): readonly Outcome<unknown>[] => {
    const outcomes: Outcome<unknown>[] = []
    const start = performance.now()
    const isDone = withinTime(left, () => {
      job ??= make(setup())
      for (const item of items) outcomes.push({ ok: true, answer: job(item) })
    })
    left -= performance.now() - start
    if (!isDone || left <= 0) left = 0
    return outcomes
  }

  const judge = async (items: readonly unknown[]): Promise<readonly Outcome<unknown>[]> => {
    const begun = left > 0 ? begin(items) : []
    if (begun.length === items.length) return begun
    job = undefined
    pool ??= threadPool({
      kind,
      setup,
      limits,
      program,
      onEnded: (item, ended) => onEnded?.(item as ItemOf<K>, ended),
    })
    return [...begun, ...(await pool.judge(items.slice(begun.length)))]
  }

  return {
    judge: judge as Judging<K>['judge'],
    close: async () => {
      await pool?.close()
    },
  }
}
