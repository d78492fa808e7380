/** Where Segment posts to; `appUrl` has no trailing slash. */
export const endpointUrl = (appUrl: string, endpointId: string): string =>
  `${appUrl}/api/webhooks/segment/${endpointId}`
