import type { Rule } from '@/sandbox/world/rule'
import type { Source } from '@/sandbox/world/source'

type App = { versions: string[]; sends: RegExp; share: number }

/** The apps behind the sources; newest version first, the most used first. */
const apps: Record<string, App> = {
  'web-shop': {
    versions: ['5.14.0', '5.13.2', '5.12.1'],
    sends: /^(?!Shipment|Return Received|Order (Updated|Refunded|Cancelled)|Subscription Renewed)/,
    share: 0.55,
  },
  'ios-app': { versions: ['4.3.0', '4.2.1', '4.1.0', '3.9.2'], sends: /^/, share: 0.3 },
  'order-server': {
    versions: ['2.8.0', '2.7.4'],
    sends: /^(Order|Shipment|Return|Invoice|Subscription|Account Deleted)/,
    share: 0.15,
  },
}

const unknownApp: App = { versions: ['1.1.0', '1.0.0'], sends: /^/, share: 0.2 }

const appOf = ({ slug }: Source) => apps[slug] ?? unknownApp

export const versionsOf = (source: Source) => appOf(source).versions

/** Its part of all traffic, as a weight. */
export const shareOf = (source: Source) => appOf(source).share

export const isSentBy = (source: Source, { type, key }: Rule) =>
  type === 'TRACK' ? appOf(source).sends.test(key ?? '') : source.slug !== 'order-server'
