import type { CollectorAnswer } from './collector-request'

/**
 * Pages of any origin send here, as they do to Segment. No cookie is ever looked at, so any may be told the answer.
 */
const shared = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-store',
  'Content-Type': 'application/json',
}

const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): CollectorAnswer => ({ status, body: JSON.stringify(body), headers: { ...shared, ...headers } })

/** Segment's answers. */
export const collectorAnswers = {
  taken: () => json(200, { success: true }),
  refused: (message: string) => json(400, { success: false, message, code: 'invalid_request' }),
  unknownPath: () => json(404, { success: false, message: 'Not found', code: 'not_found' }),
  wrongMethod: (allowed: string) =>
    json(405, { success: false, message: 'Method not allowed', code: 'wrong_method' }, { Allow: allowed }),
  later: (seconds: number) =>
    json(
      429,
      { success: false, message: 'Too many calls are waiting', code: 'rate_limited' },
      {
        'Retry-After': String(seconds),
        'X-RateLimit-Reset': String(seconds),
        'Access-Control-Expose-Headers': 'Retry-After, X-RateLimit-Reset',
      },
    ),
  failed: () => json(500, { success: false, message: 'The calls could not be kept', code: 'unexpected' }),
  preflight: (): CollectorAnswer => ({
    status: 204,
    body: null,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Content-Encoding, X-Retry-Count',
      'Access-Control-Max-Age': '86400',
    },
  }),
  /**
   * What `@segment/analytics-next` loads before it sends. Segment's own document also lists planned events with whether
   * they are enabled; ours names none, since anybody may read it.
   */
  settings: (writeKey: string, appUrl: string): CollectorAnswer => {
    const { host, protocol } = new URL(appUrl)
    return json(200, {
      integrations: {
        'Segment.io': {
          apiKey: writeKey,
          apiHost: `${host}/v1`,
          protocol: protocol.replace(':', ''),
          unbundledIntegrations: [],
          addBundledMetadata: true,
          versionSettings: { version: '4.4.7', componentTypes: ['browser'] },
        },
      },
      plan: {
        track: { __default: { enabled: true, integrations: {} } },
        identify: { __default: { enabled: true } },
        group: { __default: { enabled: true } },
      },
      edgeFunction: {},
      analyticsNextEnabled: true,
      middlewareSettings: {},
      enabledMiddleware: {},
      metrics: { sampleRate: 0 },
      legacyVideoPluginsEnabled: false,
      remotePlugins: [],
    })
  },
} as const
