import { deliveries } from '@/app/_entry/deliveries'
import { failureOf } from '@/app/_entry/failure-of'
import { problem } from '@/app/_entry/problem'
import { readBody } from '@/app/_entry/read-body'
import { wrongMethod } from '@/app/_entry/wrong-method'
import { log } from '@/server/log/log'

// A Webhooks destination posts single events and small batches.
const limit = 5 * 1024 * 1024

/** What Segment's Webhooks and Webhooks (Actions) destinations post; answered once it is committed. */
export const POST = async (
  request: Request,
  { params }: { readonly params: Promise<{ readonly endpointId: string }> },
): Promise<Response> => {
  const { endpointId } = await params
  try {
    const { receive, refuseWhenFull } = deliveries()
    refuseWhenFull()
    const body = await readBody(request, limit)
    const taken = await receive({
      endpointId,
      rawBody: body.toString('utf8'),
      signature: request.headers.get('x-signature'),
    })
    log.debug({ part: 'webhook', endpointId, ...taken }, 'Delivery')
    return Response.json(taken, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    const failure = failureOf(error, { webhook: endpointId })
    log.info({ part: 'webhook', endpointId, outcome: failure.code }, 'Delivery refused')
    return problem(failure)
  }
}

const other = wrongMethod(['POST'])

export { other as DELETE, other as GET, other as PATCH, other as PUT }
