import { type Identity, openIdentity } from './identity/identity'
import { passwords } from './identity/passwords'
import { runWorker } from './jobs/run-worker'
import { openCallJudge } from './judge/call-judge'
import { comparing, openSchemaJudge } from './judge/schema-judge'
import { log } from './log/log'
import { openNotifier } from './notify/notifier'
import { openDatabase } from './persistence/database'
import { makeTransaction } from './persistence/transaction'
import type { Actor, Context } from './ports/context'
import type { RunJobs } from './ports/job-runner'
import { makeSecrets } from './secrets/make-secrets'
import { newId } from './secrets/new-id'
import { segmentGateway } from './segment/gateway'
import { type RunningSettings, readRunningSettings } from './settings/running-settings'

export type Composition = {
  readonly settings: RunningSettings
  /** What a use case is given when this actor asks. */
  readonly contextFor: (actor: Actor) => Context
  readonly identity: Identity
  /** Takes jobs from the queue in this process until it is stopped. */
  readonly runJobs: RunJobs
  readonly close: () => Promise<void>
}

/** Joins the adapters to the ports, once per process. Nothing connects before it is first needed. */
export const compose = (
  settings: RunningSettings,
  { poolSize = 10, comparisonMs = comparing.stepMs } = {},
): Composition => {
  const database = openDatabase(settings.databaseUrl, {
    poolSize,
    onConnectionLost: (error) => log.warn({ err: error }, 'A database connection was lost'),
  })
  const secrets = makeSecrets(settings.secretKey)
  const now = () => new Date().toISOString()
  const transaction = makeTransaction(database, { chainHash: secrets.chainHash, newId })
  const judge = openSchemaJudge({
    log,
    isDevelopment: process.env.NODE_ENV === 'development',
    comparing: { ...comparing, stepMs: comparisonMs },
  })
  const calls = openCallJudge({ log, isDevelopment: process.env.NODE_ENV === 'development' })
  const notifier = openNotifier({ mail: settings.mail, allowPrivate: settings.alertPrivateAddresses })
  const identity = openIdentity({
    prisma: database.prisma,
    transaction,
    now,
    newId,
    secret: secrets.authSecret,
    appUrl: settings.appUrl,
    loopback: settings.loopback,
    port: settings.port,
  })
  return {
    settings,
    contextFor: (actor) => ({
      actor,
      now,
      newId,
      transaction,
      judge,
      calls,
      segment: segmentGateway,
      secrets,
      passwords,
      notifier,
      appUrl: settings.appUrl,
    }),
    identity,
    runJobs: (work) => runWorker({ pool: database.pool, transaction, log, ...work }),
    close: async () => {
      await Promise.all([judge.close(), calls.close()])
      await database.close()
    },
  }
}

/** The same from the environment that the launcher hands to web and worker. */
export const composeFromEnvironment = (env: Readonly<Record<string, string | undefined>>): Composition =>
  compose(readRunningSettings(env))
