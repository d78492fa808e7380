/** The ways of violations that are set up per source; file import and pulled metrics need no set-up. */
export const routes = ['forwarding', 'blocked-events', 'inline', 'collector'] as const

export type Route = (typeof routes)[number]
