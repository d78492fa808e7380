import { composeFromEnvironment } from '@/server/compose'
import { log } from '@/server/log/log'
import { jobHandlers } from './handlers'
import { periodicTasks } from './periodic-tasks'

const concurrency = 4

const composition = composeFromEnvironment(process.env)
const starting = composition.runJobs({
  handlers: jobHandlers(composition.contextFor),
  periodic: periodicTasks(composition.contextFor({ kind: 'system', personId: null, name: 'Plumbline' })),
  concurrency,
})

let isStopping = false
const stop = async () => {
  if (isStopping) return
  isStopping = true
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

await starting
log.info({ part: 'worker', concurrency }, 'The worker takes jobs')
