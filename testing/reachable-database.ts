import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from '@/launch/wait-for-port'

/** A way to a database that can be cut and restored, as when its server or the network goes away. */
export type ReachableDatabase = {
  readonly url: string
  /** From now on nobody answers, and every connection breaks. */
  readonly cut: () => Promise<void>
  readonly restore: () => Promise<void>
}

/** Cut at first. */
export const reachableDatabase = async (databaseUrl: string): Promise<ReachableDatabase> => {
  const target = new URL(databaseUrl)
  const port = await freePort()
  const sockets = new Set<Socket>()
  let server: Server | null = null
  const join = (incoming: Socket) => {
    const outgoing = connect(Number(target.port), target.hostname)
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    }
    incoming.pipe(outgoing).pipe(incoming)
  }
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    cut: async () => {
      const closing = server
      server = null
      await new Promise<void>((closed) => {
        if (closing) closing.close(() => closed())
        else closed()
        for (const socket of sockets) socket.destroy()
      })
    },
    restore: () =>
      new Promise((listening) => {
        server = createServer(join).listen(port, '127.0.0.1', () => listening())
      }),
  }
}
