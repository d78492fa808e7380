import { Failed } from '@/contracts/failed'
import type { Operation } from '@/contracts/operation'
import { fail } from '@/server/usecases/fail'
import { exactEdits } from './exact-edits'
import { invalidInput } from './invalid-input'

/**
 * Path, query and body of a request as the one object that the use case takes.
 *
 * @throws Failed `malformed` when something cannot be read, `invalid-input` when the contract refuses it
 */
export const routeInput = (
  row: Operation,
  request: {
    readonly url: URL
    readonly parameters: Readonly<Record<string, string>>
    readonly body: Buffer
  },
): Readonly<Record<string, unknown>> => ({
  ...parsed(row.body, () => (row.takesFile ? { file: readText(request.body) } : readJsonBody(request.body))),
  ...parsed(row.query, () => storable(Object.fromEntries(request.url.searchParams))),
  ...pathParameters(storable(request.parameters)),
})

const parsed = (schema: Operation['query'], read: () => unknown): object => {
  if (!schema) return {}
  const result = schema.safeParse(read())
  if (!result.success) throw new Failed(invalidInput(result.error))
  return result.data as object
}

const readJsonBody = (body: Buffer): unknown => {
  if (body.length === 0) return undefined
  try {
    const text = readText(body)
    return exactEdits(text, JSON.parse(text))
  } catch (error) {
    if (error instanceof Failed) throw error
    return fail({ code: 'malformed', detail: 'The body is not JSON in UTF-8.' })
  }
}

const readText = (body: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return fail({ code: 'malformed', detail: 'The body is not text in UTF-8.' })
  }
}

// Postgres text cannot hold it, so nothing that is looked for does.
const storable = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.values(values).some((value) => value.includes('\0'))
    ? fail({ code: 'malformed', detail: 'An address cannot hold U+0000.' })
    : values

const pathParameters = (parameters: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, name === 'number' ? toNumber(value) : value]),
  )

const toNumber = (text: string): number =>
  /^[1-9]\d{0,8}$/.test(text)
    ? Number(text)
    : fail({ code: 'malformed', detail: 'The number of a change request is a whole number from 1.' })
