import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import type { ArmedFault } from '@/sandbox/faults/fault'
import type { FaultStore } from '@/sandbox/faults/fault-store'
import { spoilAnswer } from '@/sandbox/faults/spoil-answer'
import { errorAnswer, featureOff, SegmentError, tooManyRequests } from '@/sandbox/public-api/segment-error'

type FaultContext = Context<{ Bindings: HttpBindings }>

const gatewayPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n'

const cut = (c: FaultContext) => {
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

const failingAnswer = (fault: ArmedFault): Response => {
  if (fault.do === 'html-502')
    return new Response(gatewayPage, {
      status: 502,
      headers: { 'content-type': 'text/html', ...fault.headers },
    })
  if (fault.do === 'rate-limit') return errorAnswer(tooManyRequests(fault.ms ?? 1_000, 600))
  if (fault.do === 'feature-off') return errorAnswer(featureOff())
  const status = fault.status ?? 500
  if (fault.body === undefined)
    return errorAnswer(
      new SegmentError(status, 'internal-server-error', 'Something went wrong'),
      fault.headers,
    )
  const isText = typeof fault.body === 'string'
  return new Response(isText ? String(fault.body) : JSON.stringify(fault.body), {
    status,
    headers: { 'content-type': isText ? 'text/plain' : 'application/json', ...fault.headers },
  })
}

const isFailure = (fault: ArmedFault) =>
  ['status', 'html-502', 'rate-limit', 'feature-off'].includes(fault.do)

/** Lets armed faults hit the requests that they match; several may hit one request. */
export const injectFaults =
  (faults: FaultStore): MiddlewareHandler<{ Bindings: HttpBindings }> =>
  async (c, next) => {
    const hitting = faults.take(c.req.method, c.req.path)
    for (const fault of hitting) if (fault.do === 'delay') await sleep(fault.ms ?? 1_000)
    if (hitting.some((fault) => fault.do === 'cut-before')) return cut(c)
    const refusal = hitting.find((fault) => isFailure(fault) && !fault.afterCommit)
    if (refusal) return failingAnswer(refusal)

    await next()

    if (hitting.some((fault) => fault.do === 'cut-after-commit')) {
      c.res = cut(c)
      return
    }
    const failure = hitting.find(isFailure)
    if (failure) c.res = failingAnswer(failure)
    for (const fault of hitting)
      if (fault.do === 'truncate-page' || fault.do === 'drop-field' || fault.do === 'not-json')
        c.res = await spoilAnswer(fault, c.res)
  }
