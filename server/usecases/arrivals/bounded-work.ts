import { fail } from '../fail'

/**
 * Lets so much work be under way at once, by number and by bytes.
 *
 * @returns runs work that holds so many bytes until it ends; fails with `rate-limited` when too much is under way
 */
export const boundedWork = ({
  items = 20_000,
  bytes = 64 * 1024 * 1024,
}: {
  readonly items?: number
  readonly bytes?: number
}) => {
  const held = { items: 0, bytes: 0 }
  return async <T>(size: number, work: () => Promise<T>): Promise<T> => {
    if (held.items >= items || held.bytes >= bytes) fail({ code: 'rate-limited', retryAfterSeconds: 1 })
    held.items += 1
    held.bytes += size
    try {
      return await work()
    } finally {
      held.items -= 1
      held.bytes -= size
    }
  }
}
