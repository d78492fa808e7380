import type { RouteHandler } from './define-route'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The exports of a route file: its handlers, and for every other method an answer that names those there are. */
export const methods = (handlers: Partial<Record<Method, RouteHandler>>): Record<Method, RouteHandler> => {
  const allowed = Object.keys(handlers).join(', ')
  const wrongMethod: RouteHandler = async ({ method }) =>
    new Response(
      JSON.stringify({
        type: 'urn:plumbline:problem:method-not-allowed',
        title: 'Another method is needed here',
        status: 405,
        code: 'malformed',
        detail: `${method} does not work here; ${allowed} does.`,
      }),
      {
        status: 405,
        headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', Allow: allowed },
      },
    )
  return {
    GET: wrongMethod,
    POST: wrongMethod,
    PUT: wrongMethod,
    PATCH: wrongMethod,
    DELETE: wrongMethod,
    ...handlers,
  }
}
