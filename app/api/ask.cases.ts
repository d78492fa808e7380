import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import type { RouteHandler } from '@/app/_entry/define-route'
import { Problem } from '@/contracts/failure'
import { openApi } from '@/contracts/openapi'
import type { Operation } from '@/contracts/operation'

export const origin = 'http://127.0.0.1:3000'

export type Asking = {
  readonly token?: string | undefined
  readonly cookie?: string
  readonly origin?: string
  readonly from?: string
  readonly query?: string
  readonly body?: unknown
  readonly rawBody?: string | Uint8Array<ArrayBuffer>
  readonly key?: string
  readonly params?: Readonly<Record<string, string>>
}

type Row = Pick<Operation, 'method' | 'path'>

/** The handler that the route file of a row exports. */
export const handlerOf = async ({ method, path }: Row): Promise<RouteHandler> => {
  const file = path.replaceAll(/\{(\w+)\}/g, '[$1]')
  const exported: Record<string, RouteHandler> = await import(/* @vite-ignore */ `./v1${file}/route.ts`)
  const handler = exported[method]
  if (!handler) throw new Error(`${method} ${path} has no handler`)
  return handler
}

/** Asks as a program or a browser would. Whatever comes back has to be what the OpenAPI document says. */
export const ask = async (row: Row, asking: Asking = {}): Promise<Response> => {
  const params = asking.params ?? {}
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name)
  const body = asking.rawBody ?? (asking.body === undefined ? undefined : JSON.stringify(asking.body))
  const request = new Request(`${origin}/api/v1${path}${asking.query ?? ''}`, {
    method: row.method,
    headers: {
      ...(asking.token ? { Authorization: `Bearer ${asking.token}` } : {}),
      ...(asking.cookie ? { Cookie: asking.cookie } : {}),
      ...(asking.origin ? { Origin: asking.origin } : {}),
      ...(asking.from ? { 'X-Forwarded-For': asking.from } : {}),
      ...(asking.key ? { 'Idempotency-Key': asking.key } : {}),
    },
    ...(body === undefined ? {} : { body }),
  })
  const response = await (await handlerOf(row))(request, {
    params: Promise.resolve(row.path.includes('{') ? params : undefined),
  })
  await expectDescribed(row, response.clone())
  return response
}

export const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const document = Problem.parse(await response.json())
  expect(document.status).toBe(response.status)
  return document
}

type Described = {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

const document = openApi(origin) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(document, 'openapi')

const expectDescribed = async (row: Row, response: Response) => {
  if (!response.ok) return void (await problemOf(response))
  const method = row.method.toLowerCase()
  const described = document.paths[`/api/v1${row.path}`]?.[method]?.responses[response.status]
  expect(described, `${row.method} ${row.path} answered ${response.status}`).toBeDefined()
  if (!described?.content?.['application/json']) return
  const place = ['paths', `/api/v1${row.path}`, method, 'responses', String(response.status)]
  const fits = ajv.getSchema(
    `openapi#/${[...place, 'content', 'application/json', 'schema'].map(escaped).join('/')}`,
  )
  expect(fits?.(await response.json()), JSON.stringify(fits?.errors)).toBe(true)
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
