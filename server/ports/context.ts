import type { Actor } from './actor'
import type { CallJudge } from './call-judge'
import type { Notifier } from './notifier'
import type { Passwords } from './passwords'
import type { SchemaJudge } from './schema-judge'
import type { Secrets } from './secrets'
import type { SegmentGateway } from './segment-gateway'
import type { Stores } from './stores'

export type { Actor }

/** What a use case is given: who asks, the clock, the stores in one transaction, and the outside world. */
export type Context = {
  readonly actor: Actor
  /** The current instant, ISO 8601 in UTC. */
  readonly now: () => string
  /** A new id: 26 characters, sortable by time. */
  readonly newId: () => string
  /**
   * Runs `work` in one database transaction (read committed). A throw rolls everything back.
   * `work` may be run again when the database reports a deadlock or a serialisation failure, so it has no
   * outside effects.
   */
  readonly transaction: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>
  /** Never asked inside a transaction: it may take a while. */
  readonly judge: SchemaJudge
  /** Like `judge`, of calls. */
  readonly calls: CallJudge
  readonly segment: (connection: SegmentConnection) => SegmentGateway
  readonly secrets: Secrets
  readonly passwords: Passwords
  readonly notifier: Notifier
  /** Where people reach the installation, without a trailing slash. */
  readonly appUrl: string
}

export type SegmentConnection = { readonly token: string; readonly apiUrl: string }
