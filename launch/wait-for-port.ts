import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from './cannot-start'

/**
 * Makes sure that a port can be listened on. A predecessor that was killed may hold it for a moment, so it asks for a while.
 *
 * @throws CannotStart
 */
export const refuseTakenPort = async (
  name: string,
  host: string,
  port: number,
  patienceMs = 3_000,
): Promise<void> => {
  const end = Date.now() + patienceMs
  for (;;) {
    const problem = await tryListening(host, port)
    if (problem === null) return
    if (problem !== 'EADDRINUSE' || Date.now() > end) {
      throw new CannotStart(
        problem === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use. Stop the program that listens there, or set ${name} to another port.`
          : `${host} port ${port} cannot be listened on (${problem}). Set HOST or ${name} to something else.`,
      )
    }
    await wait(100)
  }
}

/** Resolves when something takes connections there, or when the signal aborts. */
export const untilListening = async (host: string, port: number, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted && !(await takesConnections(host, port))) await wait(50)
}

/** A port on loopback that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port')),
      )
    })
  })

const tryListening = (host: string, port: number) =>
  new Promise<string | null>((done) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => done(null)))
  })

const takesConnections = (host: string, port: number) =>
  new Promise<boolean>((done) => {
    const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
    const socket = connect(port, everywhere[host] ?? host)
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
