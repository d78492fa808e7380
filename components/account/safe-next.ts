/** Where to go after signing in: a place of ours, never another site. */
export const safeNext = (next: string | null | undefined): string =>
  next && /^\/(?![/\\])/.test(next) ? next : '/'
