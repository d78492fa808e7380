import type { Route } from '@/domain/sources/route'

/** What each way is called, `import` among them. */
export const routeNames: Readonly<Record<Route | 'import', string>> = {
  forwarding: 'Violation forwarding',
  'blocked-events': 'Blocked events',
  inline: 'Inline on events',
  collector: 'Collector',
  import: 'File import',
}

export const routeName = (route: string): string =>
  Object.entries(routeNames).find(([name]) => name === route)?.[1] ?? route

/** What each way brings, in one sentence. */
export const routeBrings: Readonly<Record<Route, string>> = {
  forwarding: 'Segment sends a “Violation Generated” event for every violation, blocked calls included.',
  'blocked-events': 'Segment sends on the calls that it blocks, which no destination gets to see.',
  inline:
    'Events that carry what Segment found wrong with them come here whole, with the names it took away.',
  collector: 'An app, or a proxy of yours, sends its calls here as it does to Segment; the plan judges them.',
}
