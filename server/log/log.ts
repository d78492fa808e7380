import { pino } from 'pino'
import { errorFacts } from './error-facts'
import { lineForPeople } from './line-for-people'

// Names that carry secrets wherever they turn up in what is logged.
const secretNames = [
  'token',
  'password',
  'secret',
  'secretKey',
  'sharedSecret',
  'authorization',
  'cookie',
  'databaseUrl',
]

const known = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** In a terminal one line for people, otherwise JSON, one object a line. */
const destination = process.stdout.isTTY
  ? { write: (json: string) => process.stdout.write(lineForPeople(json)) }
  : process.stdout

/**
 * The log of this process: `log.info({ planId }, 'Plan read')`; `log.child({ part: 'sync' })` for a part of it.
 * The level is LOG_LEVEL. Values under names such as `token` or `password` are left out, one level down too.
 */
export const log = pino(
  {
    level: known.find((level) => level === process.env.LOG_LEVEL) ?? 'info',
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorFacts, error: errorFacts },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), remove: true },
  },
  destination,
)

export type Log = typeof log
