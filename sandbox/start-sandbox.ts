import path from 'node:path'
import { makeApp } from '@/sandbox/app'
import { firstState } from '@/sandbox/content/first-state'
import { makeRequestLog } from '@/sandbox/control/request-log'
import { makeCounts } from '@/sandbox/counts/counts'
import { makeFaultStore } from '@/sandbox/faults/fault-store'
import { countOutcome } from '@/sandbox/forwarding/count-outcome'
import { makeWebhookSender } from '@/sandbox/forwarding/webhook-sender'
import { listen } from '@/sandbox/listen'
import { keepSaved } from '@/sandbox/storage/keep-saved'
import { makeStorage } from '@/sandbox/storage/storage'
import { backFill } from '@/sandbox/traffic/back-fill'
import { makeTraffic } from '@/sandbox/traffic/traffic'
import { makePlanStates } from '@/sandbox/world/plan-states'
import type { Sandbox } from '@/sandbox/world/sandbox'

export type SandboxOptions = {
  /** 0 or absent: the one it had last time, else a free one. */
  port?: number
  /** State lies under `dataDir/sandbox`; absent: in memory only. */
  dataDir?: string
  /** Whether the generator runs by itself; `POST /_sandbox/traffic` works either way. */
  traffic?: boolean
  seed?: number
  /** Whether a first start makes up a week of counts, so that charts are not empty; true when absent. */
  history?: boolean
  /** Milliseconds; for tests that need another day. */
  now?: () => number
}

export type RunningSandbox = { url: string; close: () => Promise<void> }

/** Starts a stand-in Segment workspace on 127.0.0.1. Throws when the port is taken. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<RunningSandbox> => {
  const {
    port = 0,
    dataDir,
    traffic: isTrafficOn = false,
    seed = 1,
    history = true,
    now = Date.now,
  } = options
  const storage = dataDir === undefined ? null : makeStorage(path.join(dataDir, 'sandbox'))
  const known = storage?.readState() ?? null
  const state = known ?? firstState(now())
  const counts = makeCounts()
  if (known && storage) counts.load(storage.readCounts())
  else if (history) counts.load(backFill(state, now(), seed))
  storage?.compactCounts(counts, now())

  const saving = keepSaved({ storage, state, counts, now })
  const sandbox: Sandbox = {
    state,
    counts,
    faults: makeFaultStore(),
    planStates: makePlanStates(),
    webhooks: makeWebhookSender({
      settings: () => state.settings.forwarding,
      now,
      onOutcome: (outcome) => countOutcome(sandbox, outcome),
    }),
    now,
    touch: saving.touch,
  }
  const traffic = makeTraffic(sandbox, { isOn: isTrafficOn, seed })
  const app = makeApp(sandbox, makeRequestLog(now), traffic)

  const { server, port: actualPort } = await listen(
    app.fetch,
    port === 0 ? (storage?.readPort() ?? 0) : port,
    port === 0,
  )
  storage?.writePort(actualPort)
  const url = `http://127.0.0.1:${actualPort}`
  traffic.start(url)

  return {
    url,
    close: async () => {
      await traffic.close()
      await sandbox.webhooks.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
      saving.close()
    },
  }
}
