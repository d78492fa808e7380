import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runningProduct } from '../server/running-product'

/** Who comes in by invitation; `admin` is the administrator of the environment. */
export const invited = {
  author: { name: 'Test Author', email: 'author@example.com', role: 'contributor' },
  steward: { name: 'Test Steward', email: 'steward@example.com', role: 'steward' },
  viewer: { name: 'Test Viewer', email: 'viewer@example.com', role: 'viewer' },
} as const

export type PersonName = 'admin' | keyof typeof invited

/** Where a person's cookies are kept once they have signed in: signing in is rate limited, so each does it once. */
export const sessionFile = (who: PersonName): string => join(runningProduct().dataDir, `session-${who}.json`)

/** Where a person's API token is kept. */
export const tokenFile = (who: PersonName): string => join(runningProduct().dataDir, `token-${who}`)

export const tokenOf = async (who: PersonName): Promise<string> =>
  who === 'admin' ? runningProduct().adminToken : readFile(tokenFile(who), 'utf8')
