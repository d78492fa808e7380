import type { JsonObject } from '@/sandbox/world/json'

const mostUrls = 5

/** The addresses in a webhook's settings: `url`, classic `globalHook`, or classic `hooks` (up to five). */
export const webhookUrls = ({ url, globalHook, hooks }: JsonObject): string[] =>
  [url, globalHook, ...(Array.isArray(hooks) ? hooks : [])]
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== '')
    .slice(0, mostUrls)
