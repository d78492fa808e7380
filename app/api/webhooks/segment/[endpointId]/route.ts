import { readBody } from '@/app/_entry/read-body'
import { sharedWebhook } from '@/app/_entry/shared-webhook'
import { wrongMethod } from '@/app/_entry/wrong-method'

/** What Segment's Webhooks and Webhooks (Actions) destinations post; answered once it is committed. */
export const POST = async (
  request: Request,
  { params }: { readonly params: Promise<{ readonly endpointId: string }> },
): Promise<Response> => {
  const { status, headers, body } = await sharedWebhook().answer({
    endpointId: (await params).endpointId,
    signature: request.headers.get('x-signature'),
    body: (limit) => readBody(request, limit),
  })
  return new Response(body, { status, headers })
}

const other = wrongMethod(['POST'])

export { other as DELETE, other as GET, other as PATCH, other as PUT }
