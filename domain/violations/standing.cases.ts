import fc from 'fast-check'
import type { Decision } from './decide'
import type { Rollout, Standing } from './standing'

/** An instant of one day, to the minute. */
export const anyInstant = fc
  .integer({ min: 0, max: 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 0, 5, 0, minute)).toISOString())

export const anyVersion = fc.constantFrom('', 'web', '4.1.9', '4.2.0', '4.2.0 (7)', '4.10.0')

const anyRollout: fc.Arbitrary<Rollout> = fc.oneof(
  fc.constantFrom('4.2.0', '4.2.0-beta.1').map((app) => ({ app })),
  fc.constantFrom(3, 4).map((planVersion) => ({ planVersion })),
)
const anyReason = fc.constantFrom(null, 'Known to the app team')
const anyRequest = fc.constantFrom(7, 8)

export const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('reopen' as const), reason: anyReason }),
  fc.record({ kind: fc.constant('plan-fix' as const), request: anyRequest }),
  fc.record({ kind: fc.constant('await-rollout' as const), rollout: anyRollout, reason: anyReason }),
  fc.record({
    kind: fc.constant('resolve' as const),
    rollout: fc.oneof(fc.constant(null), anyRollout),
    reason: anyReason,
  }),
  fc.record({
    kind: fc.constant('ignore' as const),
    until: fc.oneof(fc.constant(null), anyInstant),
    reason: anyReason,
  }),
  fc.record({ kind: fc.constant('roll-out' as const), request: anyRequest, rollout: anyRollout }),
  fc.record({ kind: fc.constant('drop-fix' as const), request: anyRequest }),
)

const begun = { since: anyInstant, reason: anyReason }

export const anyStanding: fc.Arbitrary<Standing> = fc.oneof(
  fc.record({
    status: fc.constant('open' as const),
    since: fc.oneof(fc.constant(null), anyInstant),
    reason: anyReason,
  }),
  fc.record({ status: fc.constant('fix-planned' as const), request: anyRequest, ...begun }),
  fc.record({
    status: fc.constant('waiting-for-rollout' as const),
    rollout: anyRollout,
    request: fc.oneof(fc.constant(null), anyRequest),
    ...begun,
  }),
  fc.record({
    status: fc.constant('resolved' as const),
    rollout: fc.oneof(fc.constant(null), anyRollout),
    request: fc.oneof(fc.constant(null), anyRequest),
    ...begun,
  }),
  fc.record({
    status: fc.constant('ignored' as const),
    until: fc.oneof(fc.constant(null), anyInstant),
    ...begun,
  }),
)
