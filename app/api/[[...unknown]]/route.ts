import { problem } from '@/app/_entry/problem'

/** Programs get a problem document for any address below `/api` that is none, not the page that people get. */
const unknown = async (): Promise<Response> => problem({ code: 'not-found', what: 'call of this name' })

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT }
