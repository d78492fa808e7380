import { composition } from '@/app/_entry/composition'

const answer = (request: Request): Promise<Response> => composition().identity.handler(request)

export { answer as GET, answer as POST }
