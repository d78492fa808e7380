import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Requests that are ready to be written, and how they were answered: milliseconds of each. */
export type Load = {
  readonly port: number
  readonly requests: readonly Buffer[]
  readonly connections: number
}

/**
 * Sends requests over connections that are kept, each as soon as the one before is answered; by a timetable where a
 * rate a second is given, and then latency counts from when a request was due. Raw sockets, so that the load takes
 * little of the machine that it shares with what it measures.
 *
 * @returns milliseconds for all, and of each request
 * @throws when an answer is not 200
 */
export const load = async (
  { port, requests, connections }: Load,
  rate: number | null = null,
): Promise<{ readonly ms: number; readonly latencies: readonly number[] }> => {
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  const latencies: number[] = []
  let next = 0
  const started = performance.now()
  const drive = async (socket: Socket) => {
    for (;;) {
      const place = next
      const request = requests[place]
      if (!request) return
      next += 1
      const due = rate === null ? performance.now() : started + (place / rate) * 1_000
      if (due > performance.now()) await wait(due - performance.now())
      await answered(socket, request)
      latencies.push(performance.now() - due)
    }
  }
  await Promise.all(sockets.map(drive))
  const ms = performance.now() - started
  for (const socket of sockets) socket.destroy()
  return { ms, latencies }
}

const opened = (port: number) =>
  new Promise<Socket>((ready, failed) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => ready(socket))
    socket.once('error', failed)
  })

/** Answers are small: the head and the body it announces. */
const answered = (socket: Socket, request: Buffer) =>
  new Promise<void>((done, failed) => {
    let text = ''
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (text.length < head + 4 + length) return
      socket.off('data', onData)
      if (text.startsWith('HTTP/1.1 200')) done()
      else failed(new Error(text.slice(0, 400)))
    }
    socket.on('data', onData)
    socket.write(request)
  })
