import { composeFromEnvironment } from '@/server/compose'
import { log } from '@/server/log/log'
import { collector } from '@/server/usecases/collector/collector'
import { webhook } from '@/server/usecases/violations/webhook'
import { intakeServer } from './intake-server'

const composition = composeFromEnvironment(process.env)
const { host, intakePort } = composition.settings
if (intakePort === null) throw new Error('INTAKE_PORT is missing.')
const ctx = composition.contextFor({ kind: 'system', personId: null, name: 'Intake' })
const server = intakeServer({
  webhook: webhook(ctx),
  collector: collector(ctx),
  isHealthy: async () => {
    await ctx.transaction(({ endpoints }) => endpoints.find(''))
    return true
  },
})

let stopping = false
/** What has been read is committed and answered first. */
const stop = async () => {
  if (stopping) return
  stopping = true
  log.info({ part: 'intake' }, 'The intake stops')
  await new Promise<void>((closed) => {
    server.close(() => closed())
    server.closeIdleConnections()
  })
  await composition.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The channel closes when whoever started it is gone, however it went; and nobody reads its log then.
process.on('disconnect', stop)
process.stdout.on('error', () => {})

server.listen(intakePort, host, () =>
  log.info({ part: 'intake', host, port: intakePort }, 'The intake listens'),
)
