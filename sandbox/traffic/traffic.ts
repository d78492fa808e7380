import { Analytics } from '@segment/analytics-node'
import type { Call } from '@/sandbox/traffic/call'
import { makeCall } from '@/sandbox/traffic/make-call'
import { makeRandom } from '@/sandbox/traffic/random'
import { sendCall } from '@/sandbox/traffic/send-call'
import type { Sandbox } from '@/sandbox/world/sandbox'

export type Traffic = {
  /** From now on calls go to this address; by themselves, too, when the generator is on. */
  start: (url: string) => void
  /** Makes calls now; answers how many of them the Tracking API took. */
  send: (count: number) => Promise<number>
  close: () => Promise<void>
}

const tickMs = 1_000
const flushTimeoutMs = 5_000

/** Apps that send what their plan says, and some of what it does not, through Segment's own library. */
export const makeTraffic = (sandbox: Sandbox, { isOn, seed }: { isOn: boolean; seed: number }): Traffic => {
  const random = makeRandom(seed)
  const clients = new Map<string, Analytics>()
  let host = ''
  let timer: NodeJS.Timeout | undefined

  const clientFor = ({ sourceId }: Call): Analytics | null => {
    const source = sandbox.state.sources.find(({ id }) => id === sourceId)
    const writeKey = source?.writeKeys[0]
    if (!writeKey) return null
    const known = clients.get(writeKey)
    if (known) return known
    const client = new Analytics({ writeKey, host, flushAt: 50, flushInterval: 500, maxRetries: 3 })
    // A fault on the Tracking API is no reason to end the process.
    client.on('error', () => undefined)
    clients.set(writeKey, client)
    return client
  }

  const sendOne = async (): Promise<boolean> => {
    const call = makeCall(sandbox.state, random)
    const client = call && clientFor(call)
    return call && client ? sendCall(client, call) : false
  }

  const tick = () => {
    const { on, callsPerSecond } = sandbox.state.settings.traffic
    if (!on) return
    const calls = Math.floor(callsPerSecond) + (random.chance(callsPerSecond % 1) ? 1 : 0)
    for (let made = 0; made < calls; made++) void sendOne()
  }

  return {
    start: (url) => {
      host = url
      if (isOn) timer = setInterval(tick, tickMs).unref()
    },
    send: async (count) => {
      const sending = Array.from({ length: count }, sendOne)
      await Promise.all([...clients.values()].map((client) => client.flush({ timeout: flushTimeoutMs })))
      return (await Promise.all(sending)).filter((isTaken) => isTaken).length
    },
    close: async () => {
      clearInterval(timer)
      await Promise.all([...clients.values()].map((client) => client.closeAndFlush({ timeout: 500 })))
    },
  }
}
