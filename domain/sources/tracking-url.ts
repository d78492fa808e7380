/** Segment Tracking API: each region has its own host, and data sent to the wrong one is rejected. */
const hosts: Readonly<Record<string, string>> = {
  'https://api.segmentapis.com': 'https://api.segment.io',
  'https://eu1.api.segmentapis.com': 'https://events.eu1.segmentapis.com',
}

/** Where calls go for a workspace, by the address of its Public API; a stand-in serves both at one address. */
export const trackingUrl = (apiUrl: string): string => {
  const address = apiUrl.replace(/\/+$/, '')
  return hosts[address] ?? address
}
