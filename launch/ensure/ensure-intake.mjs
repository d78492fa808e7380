import { ensureBundle } from './ensure-bundle.mjs'

/** Where the bundle of the intake is, from the root. */
export const intakeBundle = '.cache/intake/main.mjs'

/**
 * Bundles the intake: run from source, every function that is made while a delivery is taken in would be given its name
 * anew.
 *
 * @param {string} root
 */
export const ensureIntake = (root) =>
  ensureBundle(root, {
    entry: 'intake/main.ts',
    outfile: intakeBundle,
    sources: ['contracts', 'domain', 'intake', 'server', 'prisma/schema.prisma'],
    packages: 'external',
  })
