import { once } from 'node:events'
import { serve } from '@hono/node-server'

type Fetch = Parameters<typeof serve>[0]['fetch']

// Removing 200 rules takes a URL of about 24 kB, more than Node allows by itself.
const longestHeaders = 64 * 1024

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const open = async (fetch: Fetch, port: number) => {
  const server = serve({
    fetch,
    port,
    hostname: '127.0.0.1',
    serverOptions: { maxHeaderSize: longestHeaders },
  })
  await once(server, 'listening')
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : port }
}

/** Listens on loopback. Throws EADDRINUSE when the port is taken, unless `orAnother` is as good. */
export const listen = async (fetch: Fetch, port: number, orAnother: boolean) => {
  try {
    return await open(fetch, port)
  } catch (error) {
    if (!orAnother || !isTaken(error)) throw error
    return open(fetch, 0)
  }
}
