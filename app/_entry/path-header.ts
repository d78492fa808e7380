/** Tells a page its own address, path and query, which Next does not; `proxy.ts` sets it on every page request. */
export const pathHeader = 'x-plumbline-path'
