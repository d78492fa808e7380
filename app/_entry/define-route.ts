import type { AnswerOf, InputOf, Operation } from '@/contracts/operation'
import { planOperations } from '@/contracts/operations/plans'
import { log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import { authorize } from '@/server/usecases/authorize'
import { confinedToDemo } from '@/server/usecases/confined-to-demo'
import { composition } from './composition'
import { failureOf } from './failure-of'
import { answered } from './metrics'
import { type Answer, once } from './once'
import { problem } from './problem'
import { bodyLimit, readBody } from './read-body'
import { type Caller, routeCaller } from './route-caller'
import { routeInput } from './route-input'

/** Next gives no parameters at all to a path that has none. */
export type RouteHandler = (
  request: Request,
  place: { readonly params: Promise<Readonly<Record<string, string>> | undefined> },
) => Promise<Response>

/**
 * The REST handler of one row of the operations table: who asks, may they, what do they say, then the use case.
 * Expected failures become problem documents; anything else is logged once and answered with its id.
 */
export const route =
  <Row extends Operation>(
    row: Row,
    run: (ctx: Context, input: InputOf<Row>) => Promise<AnswerOf<Row>>,
  ): RouteHandler =>
  async (request, place) => {
    const started = performance.now()
    const asked: { actor?: string; cookies?: readonly string[] } = {}
    const response = await answerTo(row, run, request, place, asked).catch((error) =>
      problem(failureOf(error, { operation: `${row.method} ${row.path}` })),
    )
    for (const cookie of asked.cookies ?? []) response.headers.append('Set-Cookie', cookie)
    const milliseconds = performance.now() - started
    answered(row, response.status, milliseconds)
    log.info(
      {
        part: 'rest',
        operation: `${row.method} ${row.path}`,
        actor: asked.actor,
        status: response.status,
        ms: Math.round(milliseconds),
      },
      'Request',
    )
    return response
  }

const answerTo = async <Row extends Operation>(
  row: Row,
  run: (ctx: Context, input: InputOf<Row>) => Promise<AnswerOf<Row>>,
  request: Request,
  place: Parameters<RouteHandler>[1],
  asked: { actor?: string; cookies?: readonly string[] },
): Promise<Response> => {
  const adapters = composition()
  const caller: Caller = await routeCaller(request, adapters)
  asked.actor = caller.actor.personId ?? caller.actor.name
  asked.cookies = caller.cookies
  authorize(caller.actor, row.needs)
  const ctx = confinedToDemo(adapters.contextFor(caller.actor))
  const url = new URL(request.url)
  const writes = row.method !== 'GET'
  const body = writes ? await readBody(request, bodyLimit) : Buffer.alloc(0)
  // The contract of the row made this object; the compiler cannot follow that.
  const input = routeInput(row, { url, parameters: (await place.params) ?? {}, body }) as InputOf<Row>
  if (row.file) return fileResponse(await run(ctx, input))
  const answer = async (): Promise<Answer> => ({
    status: row.status,
    body: JSON.stringify(await run(ctx, input)),
  })
  const key = writes ? request.headers.get('idempotency-key') : null
  const given = await once(ctx, key, { method: row.method, path: url.pathname + url.search, body }, answer)
  return new Response(given.status === 204 ? null : given.body, {
    status: given.status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  })
}

const fileResponse = (given: unknown): Response => {
  const { fileName, contentType, body } = planOperations.exportPlan.answer.parse(given)
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'no-store',
    },
  })
}
