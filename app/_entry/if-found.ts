import { Failed } from '@/contracts/failed'

/** What was read, or null where there is no such thing. */
export const ifFound = async <T>(read: () => Promise<T>): Promise<T | null> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Failed && error.failure.code === 'not-found') return null
    throw error
  }
}
