import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listTokens } from '@/server/usecases/people/list-tokens'
import { mintToken } from '@/server/usecases/people/mint-token'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listTokens, listTokens),
  POST: route(operations.mintToken, mintToken),
})
