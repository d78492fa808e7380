// The whole of the program, which `start.ts` loads: once for the process, once for each of its threads.

export { thread } from './judging/thread'
export { main } from './main'
