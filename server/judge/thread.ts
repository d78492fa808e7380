// The entry of a thread: one task at a time. It gets nothing of the process but its messages.
import { parentPort } from 'node:worker_threads'
import { doTask } from './do-task'
import type { Asked, ThreadReply } from './thread-task'

const warmUp: Asked = {
  kind: 'explain',
  before: { type: 'TRACK', key: 'A', version: 1, schemaText: '{"properties":{"a":{"type":"number"}}}' },
  after: { type: 'TRACK', key: 'A', version: 1, schemaText: '{"properties":{"a":{"type":"string"}}}' },
}

const reply = (message: ThreadReply) => parentPort?.postMessage(message)

parentPort?.on('message', (asked: Asked) => {
  try {
    reply({ is: 'answer', answer: doTask(asked, () => reply({ is: 'step' })) })
  } catch (error) {
    reply({ is: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
// The first task would pay for what every task needs: engines that are made once, code that is hot later.
doTask(warmUp, () => {})
reply({ is: 'ready' })
