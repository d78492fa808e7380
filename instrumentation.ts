import type { Instrumentation } from 'next'

/** Next tells of errors that escape a page; its answer shows people the same digest. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // The edge has no process to log from.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/server/log/log')
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  const { routePath: route } = context
  // The address of an invitation is its secret.
  const path = route.includes('[token]') ? route : request.path
  log.error({ err: error, id: digest, path, method: request.method, route }, 'Unexpected error')
}
