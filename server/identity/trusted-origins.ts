/**
 * Where a browser may send writes from: the address people use, and both names of this machine when nobody else
 * reaches it.
 */
export const trustedOrigins = (at: {
  readonly appUrl: string
  readonly loopback: boolean
  readonly port: number
}): readonly string[] => {
  const local = at.loopback
    ? ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${at.port}`)
    : []
  return [...new Set([new URL(at.appUrl).origin, ...local])]
}
