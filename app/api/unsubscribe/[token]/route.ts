import { composition } from '@/app/_entry/composition'
import { unsubscribe } from '@/server/usecases/digests/unsubscribe'

type Asked = { readonly params: Promise<{ token: string }> }

// Whoever comes from a letter is not signed in and may have scripts off, so the page is whole in itself. The colours
// are those of app/globals.css.
const style = `
:root { color-scheme: light dark; --ground: #fdfdfc; --ink: #191a1e; --ink-2: #4c4f57; --fill: #4150d0; --on: #ffffff }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101114; --ink: #ececef; --ink-2: #b4b8c1; --fill: #a0abff; --on: #101114 }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 28rem; margin: 0 auto; padding: 15vh 1rem 2rem }
h1 { margin: 0 0 0.5rem; font-size: 1.25rem }
p { margin: 0 0 1.5rem; color: var(--ink-2) }
button { min-height: 2.5rem; padding: 0 1rem; border: 0; border-radius: 6px; background: var(--fill); color: var(--on); font: inherit; font-weight: 500; cursor: pointer }
button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }`

const page = (status: number, title: string, body: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Plumbline</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`,
    {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
        // The address is the key to somebody's letters.
        'Referrer-Policy': 'no-referrer',
      },
    },
  )

/** Asks first: what looks through mail for people opens every link in it. */
export const GET = (): Response =>
  page(
    200,
    'Stop these letters?',
    '<p>Plumbline then sends you no more letters about violations and change requests.</p><form method="post"><button>Stop them</button></form>',
  )

/** The button of the page, and that of mail programs (RFC 8058). */
export const POST = async (_: Request, { params }: Asked): Promise<Response> => {
  const { token } = await params
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Plumbline' })
  return (await unsubscribe(ctx, token))
    ? page(
        200,
        'You get no more letters',
        '<p>Under Settings → Account you can ask for them again at any time.</p>',
      )
    : page(
        404,
        'This link is for nobody here',
        '<p>Nothing was changed. Letters are chosen under Settings → Account.</p>',
      )
}
