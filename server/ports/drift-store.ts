import type { IgnoredDrift } from '@/domain/publish/ignored-drift'
import type { Rewriting } from '@/domain/publish/rewriting'

/** What is known of how a target differs from us, and is no drift, or none for a while. */
export type DriftStore = {
  readonly rewritings: (planId: string) => Promise<readonly Rewriting[]>
  /** What a target makes of a rule takes the place of what was known to be held so. */
  readonly learn: (planId: string, rewritings: readonly Rewriting[]) => Promise<void>
  readonly ignored: (planId: string) => Promise<readonly IgnoredDrift[]>
  readonly ignore: (planId: string, ignored: IgnoredDrift) => Promise<void>
  readonly watch: (planId: string, rule: IgnoredDrift['rule']) => Promise<void>
}
