import { fail } from '../fail'

/**
 * The newest entry of every chain, by chain, out of the text that a verification gave.
 *
 * @throws Failed `malformed` when it is none
 */
export const knownHeads = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head.split(',').map((part): [string, string] => {
      const [, chain = '', hash = ''] =
        /^([A-Za-z0-9_-]+):([0-9a-f]{64})$/.exec(part) ??
        fail({ code: 'malformed', detail: '`head` is not what an earlier verification gave.' })
      return [chain, hash]
    }),
  )
