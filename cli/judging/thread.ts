import { parentPort, workerData } from 'node:worker_threads'
import { loadAnyJob } from './jobs'
import type { Asked, Opened, Reply } from './thread-message'

/** Answers that took this long are told at once: when the thread is stopped, they need not be found again. */
const longMs = 10

/** What a thread runs: one job, a batch of items at a time. It gets nothing of the process but its messages. */
export const thread = async (): Promise<void> => {
  const { kind, setup, at } = workerData as Opened
  const job = (await loadAnyJob[kind]())(setup)
  const reply = (message: Reply) => parentPort?.postMessage(message)

  parentPort?.on('message', ({ places, items }: Asked) => {
    let [first, since] = [0, performance.now()]
    let answers: unknown[] = []
    let failures: [number, string][] = []
    const tell = () => {
      reply({ is: 'answers', first, answers, failures })
      first += answers.length
      answers = []
      failures = []
      since = performance.now()
    }
    for (const [i, item] of items.entries()) {
      Atomics.store(at, 0, places[i] ?? -1)
      Atomics.add(at, 1, 1)
      try {
        answers.push(job(item))
      } catch (error) {
        failures.push([answers.push(null) - 1, error instanceof Error ? error.message : String(error)])
      }
      if (performance.now() - since > longMs) tell()
    }
    Atomics.store(at, 0, -1)
    Atomics.add(at, 1, 1)
    tell()
    reply({ is: 'done' })
  })
  reply({ is: 'ready' })
}
