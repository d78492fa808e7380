import { Logger } from 'graphile-worker'
import type { Log } from '@/server/log/log'

/** The queue's own messages in our log, one level quieter: what matters of a job is logged by us. */
export const queueLog = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ part: 'queue' }, message)
    else if (level === 'warning') log.info({ part: 'queue' }, message)
    else log.trace({ part: 'queue' }, message)
  })
