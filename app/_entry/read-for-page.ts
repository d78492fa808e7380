import { notFound } from 'next/navigation'
import { Failed } from '@/contracts/failed'

/** Runs the read of a page; what does not exist shows Next's not-found page. */
export const readForPage = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Failed && error.failure.code === 'not-found') notFound()
    throw error
  }
}
