import { freePort } from '@/launch/wait-for-port'

/** Ports that nobody listens on now. */
export const freePorts = (count: number): Promise<readonly number[]> =>
  Promise.all(Array.from({ length: count }, () => freePort()))
