// The whole of the program, which `start.ts` loads: once for the process, once for each of its threads.
import { workerData } from 'node:worker_threads'
import { commandThread } from './judging/command-thread'
import { thread as judgingThread } from './judging/thread'

export { main } from './main'

/** What a thread runs says what it was started with. */
export const thread = (): Promise<void> => ('args' in workerData ? commandThread() : judgingThread())
