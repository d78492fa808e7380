import { composeFromEnvironment } from '@/server/compose'
import { log } from '@/server/log/log'
import { noteAuditHead } from '@/server/usecases/audit/note-audit-head'
import { jobHandlers } from './handlers'
import { periodicTasks } from './periodic-tasks'

const concurrency = 4

const composition = composeFromEnvironment(process.env)
const ctx = composition.contextFor({ kind: 'system', personId: null, name: 'Plumbline' })
const stopping = new AbortController()
const starting = composition.runJobs({
  handlers: jobHandlers(composition.contextFor),
  periodic: periodicTasks(ctx),
  concurrency,
  signal: stopping.signal,
})

const stop = async () => {
  if (stopping.signal.aborted) return
  stopping.abort()
  log.info({ part: 'worker' }, 'The worker stops: running jobs may end, the rest waits for the next start')
  try {
    await (await starting).stop()
    await composition.close()
  } catch (error) {
    // The database may be gone already, as when whoever started both was killed; the next start takes over.
    log.warn({ part: 'worker', err: error }, 'The worker could not say goodbye')
  }
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The channel closes when whoever started this worker is gone, however it went; and nobody reads its log then.
process.on('disconnect', stop)
process.stdout.on('error', () => {})
// The queue lets one escape when the database goes away at the wrong moment; a fresh start frees what it held.
process.on('unhandledRejection', (error) => {
  log.fatal({ part: 'worker', err: error }, 'The worker ends, to be started anew')
  process.exit(1)
})

await starting
log.info({ part: 'worker', concurrency }, 'The worker takes jobs')
await noteAuditHead(ctx).catch((error: unknown) =>
  log.warn({ err: error }, 'The audit head could not be noted'),
)
