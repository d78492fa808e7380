export const roles = ['viewer', 'contributor', 'steward', 'admin'] as const

/** For the installation as a whole; each role may do what the ones before it may. */
export type Role = (typeof roles)[number]
