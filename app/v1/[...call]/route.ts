import { problem } from '@/app/_entry/problem'

/** The place of the collector. Libraries that are pointed here learn that nothing is taken yet. */
const later = async (): Promise<Response> =>
  problem({ code: 'not-supported-yet', detail: 'Events are collected in a later version.' })

export { later as GET, later as POST }
