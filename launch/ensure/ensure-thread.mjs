import { ensureBundle } from './ensure-bundle.mjs'

/**
 * Bundles what the threads of the schema judge run: a thread is to start quickly, and inside the built web application
 * it could not find its sources.
 *
 * @param {string} root
 */
export const ensureThread = (root) =>
  ensureBundle(root, {
    entry: 'server/judge/thread.ts',
    outfile: '.cache/judge/thread.mjs',
    sources: ['domain', 'server/judge'],
  })
