import { forward } from '@/sandbox/forwarding/forward'
import { violationEvent } from '@/sandbox/forwarding/violation-event'
import { type Judgement, judge } from '@/sandbox/protocols/judge'
import type { Violation } from '@/sandbox/protocols/violation'
import { ingestFailure } from '@/sandbox/tracking-api/ingest-failure'
import { appVersionOf, eventNameOf, type Message } from '@/sandbox/tracking-api/message'
import type { JsonObject } from '@/sandbox/world/json'
import { type Plan, visibleRules } from '@/sandbox/world/plan'
import type { Sandbox } from '@/sandbox/world/sandbox'
import type { Source } from '@/sandbox/world/source'

type Counted = 'received' | 'failed-on-ingest' | 'filtered-at-source' | 'volume'

const count = (sandbox: Sandbox, metric: Counted, source: Source, message: Message, discardReason?: string) =>
  sandbox.counts.add(
    {
      metric,
      sourceId: source.id,
      eventName: eventNameOf(message),
      eventType: message.type,
      appVersion: appVersionOf(message),
      discardReason,
    },
    sandbox.now(),
  )

// Segment adds what it found to the event itself, under context.protocols.
const annotated = (judgement: Judgement, violations: Violation[], source: Source): Message => {
  const { message, omitted, omittedOnViolation } = judgement
  if (violations.length + omitted.length + omittedOnViolation.length === 0) return message
  const protocols: JsonObject = {
    sourceId: source.id,
    sourceName: source.name,
    violations,
    ...(omitted.length > 0 && { omitted }),
    ...(omittedOnViolation.length > 0 && { omitted_on_violation: omittedOnViolation }),
  }
  return { ...message, context: { ...message.context, protocols } }
}

const pass = (sandbox: Sandbox, source: Source, message: Message) => {
  count(sandbox, 'volume', source, message)
  forward(sandbox, source, message)
}

const passToSource = (sandbox: Sandbox, sourceId: string | undefined, message: Message) => {
  const receiver = sandbox.state.sources.find(({ id, enabled }) => id === sourceId && enabled)
  // What another source forwards is not judged a second time.
  if (receiver) pass(sandbox, receiver, message)
}

const judged = (sandbox: Sandbox, source: Source, plan: Plan, message: Message, receivedAt: string) => {
  const judgement = judge(message, visibleRules(plan, sandbox.now()), source.schema)
  const reported = sandbox.state.settings.unplannedAsViolations ? judgement.unplanned : []
  const violations = [...reported, ...judgement.violations]
  const event = annotated(judgement, violations, source)

  if (judgement.blocked === null) pass(sandbox, source, event)
  else {
    count(sandbox, 'filtered-at-source', source, message, judgement.blocked)
    passToSource(sandbox, source.schema.forwardingBlockedEventsTo, event)
  }
  for (const violation of violations) {
    const report = violationEvent(message, violation, source, plan, receivedAt)
    passToSource(sandbox, source.schema.forwardingViolationsTo, report)
  }
}

/** Takes one call of a source: counts it, judges it by the connected plan, passes it on or drops it. */
export const receive = (sandbox: Sandbox, source: Source, message: Message) => {
  const failure = ingestFailure(source, message)
  if (failure !== null) {
    count(sandbox, 'failed-on-ingest', source, message, failure)
    return
  }
  const receivedAt = new Date(sandbox.now()).toISOString()
  const received = { ...message, receivedAt }
  count(sandbox, 'received', source, received)
  const plan = sandbox.state.plans.find(({ id }) => id === source.trackingPlanId)
  if (plan) judged(sandbox, source, plan, received, receivedAt)
  else pass(sandbox, source, received)
}
