import { composition } from '@/app/_entry/composition'
import { failureOf } from '@/app/_entry/failure-of'
import { metricsText } from '@/app/_entry/metrics'
import { problem } from '@/app/_entry/problem'
import { routeCaller } from '@/app/_entry/route-caller'
import { wrongMethod } from '@/app/_entry/wrong-method'
import { authorize } from '@/server/usecases/authorize'

/** Prometheus, for an administrator's token or from this machine. */
export const GET = async (request: Request): Promise<Response> => {
  try {
    const adapters = composition()
    if (!(adapters.settings.loopback && isFromHere(request)))
      authorize((await routeCaller(request, adapters)).actor, 'read-audit')
    const { contentType, text } = await metricsText()
    return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
  } catch (error) {
    return problem(failureOf(error, { operation: 'GET /metrics' }))
  }
}

// Next fills this in from the connection where no proxy did; what listens beyond this machine always asks for a token.
const isFromHere = ({ headers }: Request) =>
  (headers.get('x-forwarded-for') ?? '127.0.0.1')
    .split(',')
    .every((address) => /^(::1|(::ffff:)?127\.[\d.]+)$/.test(address.trim()))

const other = wrongMethod(['GET'])

export { other as DELETE, other as PATCH, other as POST, other as PUT }

export const dynamic = 'force-dynamic'
