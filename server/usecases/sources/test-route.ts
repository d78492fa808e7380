import type { RoutePlace, RouteTestStarted } from '@/contracts/source'
import { breakingCall } from '@/domain/sources/breaking-call'
import { testMessageId } from '@/domain/sources/test-message'
import { trackingUrl } from '@/domain/sources/tracking-url'
import type { Context } from '@/server/ports/context'
import type { SegmentAnswer, SegmentGateway } from '@/server/ports/segment-gateway'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { segmentProblemWords } from '../segment-problem'
import { segmentOf } from '../workspaces/segment-of'
import { addRouteTest } from './add-route-test'
import { callCommand } from './call-command'
import { findRoutePlace } from './find-route-place'
import { testCollector } from './test-collector'
import { testView } from './test-view'

const rulesLookedAt = 200

/**
 * Sends a call that breaks the plan through Segment's Tracking API, as an app of this source would, and leaves the
 * screen to watch for its violation. Where the token may see no write key, the call is handed out to be sent by hand.
 */
export const testRoute = async (ctx: Context, input: RoutePlace): Promise<RouteTestStarted> => {
  if (input.route === 'collector') return testCollector(ctx, input)
  const prepared = await prepare(ctx, input)
  const { test, workspace, source, call } = prepared
  const command = callCommand(trackingUrl(workspace.apiUrl), call)
  const segment = segmentOf(ctx, workspace)
  const sent = await send(segment, source.id, call)
  const outcome = sent.ok
    ? { sentAt: ctx.now() }
    : {
        problem:
          sent.problem.kind === 'no-write-key'
            ? noWriteKey
            : segmentProblemWords(sent.problem, workspace).message,
      }
  await ctx.transaction(({ routes }) => routes.setTestSent(test.messageId, outcome))
  return { ...testView({ ...test, ...outcome }), command }
}

const noWriteKey =
  'The token of this workspace may not see write keys (that takes Source Admin). Send the call below by hand, with a write key of the source.'

const prepare = (ctx: Context, input: RoutePlace) =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'connect-sources')
    const { source, route, workspace } = await findRoutePlace(stores, input)
    const plan = source.planId === null ? null : await stores.plans.find(source.planId)
    if (plan?.headVersion == null)
      return fail({
        code: 'wrong-state',
        detail: 'There is no plan to break yet. It can be tested when the plan has been read.',
        status: 'not-connected',
      })
    const { rules } = await stores.rules.page(plan.id, {
      version: plan.headVersion,
      type: 'TRACK',
      limit: rulesLookedAt,
    })
    const messageId = testMessageId(ctx.newId())
    const found = breakingCall({
      route,
      rules,
      settings: source.settings,
      messageId,
      at: ctx.now(),
    })
    if (!found.ok) return fail({ code: 'wrong-state', detail: found.reason, status: 'not-testable' })
    const { event, pointer, call } = found.breaking
    const { workspaceId } = source
    const tested = { workspaceId, sourceId: source.id, route, event, pointer }
    const test = await addRouteTest(ctx, stores, tested, messageId)
    return { test, workspace, source, call }
  })

type Sent = SegmentAnswer<null> | { readonly ok: false; readonly problem: { readonly kind: 'no-write-key' } }

const send = async (
  segment: SegmentGateway,
  sourceId: string,
  call: Readonly<Record<string, unknown>>,
): Promise<Sent> => {
  const keys = await segment.writeKeys(sourceId)
  if (!keys.ok) return keys
  const [writeKey] = keys.value
  return writeKey === undefined
    ? { ok: false, problem: { kind: 'no-write-key' } }
    : segment.sendCall(writeKey, call)
}
