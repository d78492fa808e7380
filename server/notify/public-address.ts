import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address'

/** A name or an address that leads to this machine, or into a network of its own. */
export class PrivateAddress extends Error {}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Of an address that names its machine by number, why it is not posted to; null for all others. */
export const refusalOfNumber = (url: URL): string | null => {
  const host = hostOf(url)
  return isIP(host) !== 0 && isPrivateAddress(host) ? privateWords(host) : null
}

/** Refuses a name that leads to a private address, with all others that it may lead to. */
export const lookupPublic: LookupFunction = (name, options, callback) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '')
    const hidden = found.find(({ address }) => isPrivateAddress(address))
    if (hidden) return callback(new PrivateAddress(privateWords(name)), '')
    const [first] = found
    if (options.all === true) return callback(null, found)
    return first
      ? callback(null, first.address, first.family)
      : callback(new Error(`${name} has no address.`), '')
  })

/**
 * Why an http or https address is not posted to, in words for people; null where it may be, or where its name cannot be
 * looked up in time: sending looks again, and decides.
 */
export const refusalOf = (address: string, timeoutMs: number): Promise<string | null> => {
  const url = new URL(address)
  if (isIP(hostOf(url)) !== 0) return Promise.resolve(refusalOfNumber(url))
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), timeoutMs)
    lookupPublic(url.hostname, {}, (error) => {
      clearTimeout(giveUp)
      resolve(error instanceof PrivateAddress ? error.message : null)
    })
  })
}

const privateWords = (name: string) =>
  `${name} is an address of a private network, which is not posted to. ALERT_PRIVATE_ADDRESSES=allow changes that.`
