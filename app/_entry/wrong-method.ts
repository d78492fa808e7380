/** Answers a method that a route does not have, and names those it has. */
export const wrongMethod =
  (allowed: readonly string[]) =>
  async ({ method }: Request): Promise<Response> =>
    new Response(
      JSON.stringify({
        type: 'urn:plumbline:problem:method-not-allowed',
        title: 'Another method is needed here',
        status: 405,
        code: 'malformed',
        detail: `${method} does not work here; ${allowed.join(', ')} does.`,
      }),
      {
        status: 405,
        headers: {
          'Content-Type': 'application/problem+json',
          'Cache-Control': 'no-store',
          Allow: allowed.join(', '),
        },
      },
    )
