import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readDigest } from '@/server/usecases/digests/read-digest'
import { saveDigest } from '@/server/usecases/digests/save-digest'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readDigest, readDigest),
  PUT: route(operations.saveDigest, saveDigest),
})
