import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { fail } from '@/server/usecases/fail'

/** How often tokens may be used and guessed. Each process counts for itself; `token` is a hash, never the token. */
export type TokenLimits = {
  /** Refuses an address that guesses. A token that worked a moment ago goes on, whoever else guesses beside it. */
  readonly beforeLookUp: (token: string, address: string) => Promise<void>
  readonly unknown: (address: string) => Promise<void>
  readonly used: (token: string) => Promise<void>
}

/** Each throws Failed `rate-limited` with the seconds to wait. Figures count per minute. */
export const makeTokenLimits = (most: {
  readonly usesOfToken: number
  readonly unknownOfAddress: number
}): TokenLimits => {
  const uses = new RateLimiterMemory({ points: most.usesOfToken, duration: 60 })
  const guesses = new RateLimiterMemory({ points: most.unknownOfAddress, duration: 60 })
  return {
    beforeLookUp: async (token, address) => {
      const guessed = await guesses.get(address)
      if (guessed && guessed.remainingPoints <= 0 && !(await uses.get(token))) refuse(guessed)
    },
    unknown: async (address) => {
      await guesses.consume(address).catch(refuse)
    },
    used: async (token) => {
      await uses.consume(token).catch(refuse)
    },
  }
}

/** The library rejects with its result where a limit is passed. */
const refuse = (result: unknown): never => {
  if (!(result instanceof RateLimiterRes)) throw result
  return fail({ code: 'rate-limited', retryAfterSeconds: Math.ceil(result.msBeforeNext / 1_000) })
}

// One per process, however often Next loads this module.
const shared = globalThis as { plumblineTokenLimits?: TokenLimits }

/** A hundred calls a second are more than scripts need, and about half of what one process can answer. */
export const tokenLimits = (): TokenLimits => {
  shared.plumblineTokenLimits ??= makeTokenLimits({ usesOfToken: 6_000, unknownOfAddress: 300 })
  return shared.plumblineTokenLimits
}
