import { type Fault, faultKinds } from '@/sandbox/faults/fault'
import { badRequest } from '@/sandbox/public-api/segment-error'
import { isObject, type JsonObject } from '@/sandbox/world/json'

const optionalNumber = (body: JsonObject, name: string): number | undefined => {
  const value = body[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || value < 0) throw badRequest(`"${name}" must be a number, 0 or more`)
  return value
}

const optionalText = (body: JsonObject, name: string): string | undefined => {
  const value = body[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw badRequest(`"${name}" must be text`)
  return value
}

const checkPattern = (pattern: string | undefined) => {
  try {
    new RegExp(pattern ?? '')
  } catch {
    throw badRequest(`"match.path" is not a regular expression: ${pattern}`)
  }
}

const textHeaders = (headers: JsonObject) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** The fault that a body describes. Refuses what would silently never hit. */
export const readFault = (body: JsonObject): Fault => {
  const kind = faultKinds.find((candidate) => candidate === body.do)
  if (!kind) throw badRequest(`"do" must be one of [${faultKinds.join(', ')}]`)
  const match = isObject(body.match) ? body.match : {}
  const path = optionalText(match, 'path')
  checkPattern(path)
  const field = optionalText(body, 'field')
  if (kind === 'drop-field' && !field) throw badRequest('"field" is required for drop-field')
  return {
    match: { method: optionalText(match, 'method'), path },
    times: body.times === null ? null : (optionalNumber(body, 'times') ?? 1),
    after: optionalNumber(body, 'after') ?? 0,
    do: kind,
    status: optionalNumber(body, 'status'),
    ms: optionalNumber(body, 'ms'),
    field,
    afterCommit: body.afterCommit === true,
    ...((typeof body.body === 'string' || isObject(body.body)) && { body: body.body }),
    ...(isObject(body.headers) && { headers: textHeaders(body.headers) }),
  }
}
