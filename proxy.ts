import { type NextRequest, NextResponse } from 'next/server'

const pathHeader = 'x-plumbline-path'

/**
 * What every page is sent with: a content security policy with a nonce of its own (Next puts the nonce on its
 * scripts, pages read it from `x-nonce`), and the page's own address for the way back after signing in.
 */
export const proxy = (request: NextRequest): NextResponse =>
  isApi(request) ? apiAnswer(request) : pageAnswer(request)

const isApi = ({ nextUrl }: NextRequest) =>
  nextUrl.pathname.startsWith('/api/') || nextUrl.pathname.startsWith('/v1/')

const pageAnswer = (request: NextRequest): NextResponse => {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

// Next takes an address that cannot be decoded for a fault of its own, and answers 500.
const apiAnswer = ({ nextUrl }: NextRequest): NextResponse =>
  canBeDecoded(nextUrl.pathname)
    ? NextResponse.next()
    : new NextResponse(
        JSON.stringify({
          type: 'urn:plumbline:problem:malformed',
          title: 'The request could not be read',
          status: 400,
          code: 'malformed',
          detail: 'The address holds a % that no two hexadecimal digits of UTF-8 follow.',
        }),
        { status: 400, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
      )

const canBeDecoded = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

// Scripts need the nonce. Toasts, the code editor and the charts write style elements of their own and cannot be told it.
const contentSecurityPolicy = (nonce: string): string => {
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

// Answers of the API hold no markup; their headers are set in next.config.js with those of everything else. Of its
// addresses only those come here that have something to decode.
export const config = {
  matcher: ['/((?:api|v1)/.*%.*)', '/((?!api|v1/|metrics|_next/static|_next/image|icon.svg|favicon.ico).*)'],
}
