import type { RoutePlace, RouteTestStarted } from '@/contracts/source'
import { breakingCall } from '@/domain/sources/breaking-call'
import { testMessageId } from '@/domain/sources/test-message'
import { trackingUrl } from '@/domain/sources/tracking-url'
import type { Context } from '@/server/ports/context'
import type { RouteTest } from '@/server/ports/route-store'
import type { SegmentAnswer, SegmentGateway } from '@/server/ports/segment-gateway'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { segmentProblemWords } from '../segment-problem'
import { segmentOf } from '../workspaces/segment-of'
import { findRoutePlace } from './find-route-place'
import { testView } from './list-routes'

const rulesLookedAt = 200

/**
 * Sends a call that breaks the plan through Segment's Tracking API, as an app of this source would, and leaves the
 * screen to watch for its violation. Where the token may see no write key, the call is handed out to be sent by hand.
 */
export const testRoute = async (ctx: Context, input: RoutePlace): Promise<RouteTestStarted> => {
  const prepared = await prepare(ctx, input)
  const { test, workspace, source, call } = prepared
  const command = curlOf(trackingUrl(workspace.apiUrl), call)
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
    if (route === 'collector' || plan?.headVersion == null)
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
    const found = breakingCall({
      route,
      rules,
      settings: source.settings,
      messageId: testMessageId(ctx.newId()),
      at: ctx.now(),
    })
    if (!found.ok) return fail({ code: 'wrong-state', detail: found.reason, status: 'not-testable' })
    const { event, pointer, call } = found.breaking
    const test: RouteTest = {
      messageId: String(call.messageId),
      workspaceId: source.workspaceId,
      sourceId: source.id,
      route,
      event,
      pointer,
      requestedBy: personOf(ctx.actor),
      madeAt: ctx.now(),
      sentAt: null,
      problem: null,
      arrivedAt: null,
      arrivedBy: null,
    }
    await stores.routes.addTest(test)
    await stores.audit.append({
      chain: source.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'route-tested',
      subject: `source:${source.id}`,
      details: { route, event, message: test.messageId },
    })
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

/** The call as a command for a terminal; a quote in it is closed, escaped and opened again, as a shell wants it. */
const curlOf = (url: string, call: Readonly<Record<string, unknown>>): string =>
  `curl -u '<write key>:' -H 'Content-Type: application/json' -d '${JSON.stringify(call).replaceAll("'", "'\\''")}' ${url}/v1/track`
