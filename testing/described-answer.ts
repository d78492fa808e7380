import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApi } from '@/contracts/openapi'
import type { Operation } from '@/contracts/operation'

type Described = {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

const document = openApi('http://127.0.0.1:3000') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(document, 'openapi')

/** What about a good answer is not as the OpenAPI document says, or null. Files are described by their type only. */
export const differsFromDescription = (
  { method, path }: Pick<Operation, 'method' | 'path'>,
  status: number,
  body: string,
): string | null => {
  const place = ['paths', `/api/v1${path}`, method.toLowerCase(), 'responses', String(status)]
  const described = document.paths[`/api/v1${path}`]?.[method.toLowerCase()]?.responses[status]
  if (!described) return `${method} ${path} is not described with ${status}.`
  if (!described.content?.['application/json']) return null
  const name = [...place, 'content', 'application/json', 'schema'].map(escaped).join('/')
  const fits = ajv.getSchema(`openapi#/${name}`)
  return fits?.(JSON.parse(body)) === true ? null : `${method} ${path}: ${JSON.stringify(fits?.errors)}`
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
