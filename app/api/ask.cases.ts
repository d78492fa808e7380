import { expect } from 'vitest'
import type { RouteHandler } from '@/app/_entry/define-route'
import { Problem } from '@/contracts/failure'
import type { Operation } from '@/contracts/operation'
import { differsFromDescription } from '@/testing/described-answer'

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
  if (response.ok)
    expect(differsFromDescription(row, response.status, await response.clone().text())).toBeNull()
  else await problemOf(response.clone())
  return response
}

export const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const document = Problem.parse(await response.json())
  expect(document.status).toBe(response.status)
  return document
}
