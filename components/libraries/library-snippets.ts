/** How a library is pointed here. `origin`: where this installation is reached, without a trailing slash. */
export type Snippet = {
  readonly id: 'browser' | 'node' | 'http'
  readonly label: string
  readonly code: string
}

export const librarySnippets = (origin: string, writeKey: string): readonly Snippet[] => {
  const { host, protocol } = new URL(origin)
  return [
    {
      id: 'browser',
      label: 'Browser',
      code: `import { AnalyticsBrowser } from '@segment/analytics-next'

export const analytics = AnalyticsBrowser.load(
  { writeKey: '${writeKey}', cdnURL: '${origin}' },
  { integrations: { 'Segment.io': { apiHost: '${host}/v1', protocol: '${protocol.replace(':', '')}' } } },
)`,
    },
    {
      id: 'node',
      label: 'Node',
      code: `import { Analytics } from '@segment/analytics-node'

export const analytics = new Analytics({ writeKey: '${writeKey}', host: '${origin}' })`,
    },
    {
      id: 'http',
      label: 'HTTP',
      code: `curl ${origin}/v1/track -u ${writeKey}: -H 'content-type: application/json' \\
  -d '{"userId":"test","event":"Order Completed","properties":{"total":12}}'`,
    },
  ]
}
