import { composition } from '@/app/_entry/composition'
import { unsubscribe } from '@/server/usecases/digests/unsubscribe'

type Asked = { readonly params: Promise<{ token: string }> }

const page = (status: number, body: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plumbline</title><body style="font:16px system-ui;margin:3rem">${body}</body></html>`,
    {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'`,
        'Referrer-Policy': 'no-referrer',
      },
    },
  )

/** Asks first: what looks through mail for people opens every link in it. */
export const GET = (): Response =>
  page(
    200,
    '<p>Stop the letters of Plumbline to you?</p><form method="post"><button>Stop them</button></form>',
  )

/** The button of the page, and that of mail programs (RFC 8058). */
export const POST = async (_: Request, { params }: Asked): Promise<Response> => {
  const { token } = await params
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Plumbline' })
  return (await unsubscribe(ctx, token))
    ? page(200, '<p>You get no more letters. Under Settings → Account you can ask for them again.</p>')
    : page(404, '<p>This link is for nobody here.</p>')
}
