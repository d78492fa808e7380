const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Links of invitations hold a secret; a referrer to elsewhere would tell it.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['@segment/public-api-sdk-typescript', 'graphile-worker', 'pg', 'pino'],
  // `npm test` checks types, over everything; a start must not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // Pages get their content security policy, with a nonce, from proxy.ts.
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // The page that ends somebody's letters brings a policy of its own: of two, a browser obeys both.
    ...['/:of(v1|metrics)/:path*', '/api/:path((?!unsubscribe/).*)'].map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
  ],
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
}
