import type { ArmedFault } from '@/sandbox/faults/fault'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'

const dropField = (value: Json, path: string[]): Json => {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(value) && step === '*') return value.map((item) => dropField(item, rest))
  if (!isObject(value) || !(step in value)) return value
  const { [step]: child, ...others } = value
  return rest.length === 0 ? others : { ...value, [step]: dropField(child ?? null, rest) }
}

// The page loses its second half and says that it was the last one; totalEntries stays what it was.
const truncatePage = (body: JsonObject): JsonObject => {
  const data = body.data
  if (!isObject(data)) return body
  const entries = Object.entries(data).map(([name, value]): [string, Json] => {
    if (Array.isArray(value)) return [name, value.slice(0, Math.floor(value.length / 2))]
    return name === 'pagination' && isObject(value) ? [name, { ...value, next: null }] : [name, value]
  })
  return { ...body, data: Object.fromEntries(entries) }
}

/** Makes a good answer bad in the way the fault says. */
export const spoilAnswer = async (fault: ArmedFault, answer: Response): Promise<Response> => {
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const init = { status: answer.status, headers }
  if (fault.do === 'not-json') return new Response('{"data": {"rules": [', init)
  const text = await answer.text()
  const body: Json = text === '' ? null : JSON.parse(text)
  if (!isObject(body)) return new Response(text, init)
  const spoilt =
    fault.do === 'truncate-page' ? truncatePage(body) : dropField(body, (fault.field ?? '').split('.'))
  return new Response(JSON.stringify(spoilt), init)
}
