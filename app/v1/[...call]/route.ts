import { readBody } from '@/app/_entry/read-body'
import { sharedCollector } from '@/app/_entry/shared-collector'

/** Segment's Tracking API, so that its libraries work with their host pointed here. */
const collect = async (
  request: Request,
  { params }: { readonly params: Promise<{ readonly call: readonly string[] }> },
): Promise<Response> => {
  const { status, body, headers } = await sharedCollector().answer({
    method: request.method,
    path: (await params).call,
    authorization: request.headers.get('authorization'),
    contentEncoding: request.headers.get('content-encoding'),
    body: (limit) => readBody(request, limit),
  })
  return new Response(body, { status, headers })
}

export {
  collect as DELETE,
  collect as GET,
  collect as OPTIONS,
  collect as PATCH,
  collect as POST,
  collect as PUT,
}
