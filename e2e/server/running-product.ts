/** The product that a run of the journeys shares. */
export type RunningProduct = {
  readonly appUrl: string
  readonly sandboxUrl: string
  readonly dataDir: string
  /** What the product and all its programs print. */
  readonly logFile: string
  readonly adminEmail: string
  readonly adminPassword: string
  readonly adminToken: string
}

const variable = 'PLUMBLINE_PRODUCT'

/** Tells the test processes where the product runs; they get this process's environment. */
export const announceProduct = (product: RunningProduct) => {
  process.env[variable] = JSON.stringify(product)
}

/** Where the product of this run is, and how to get in. */
export const runningProduct = (): RunningProduct => {
  const text = process.env[variable]
  if (!text) throw new Error('No product runs: journeys are run by npm test, or by npx playwright test.')
  return JSON.parse(text)
}
