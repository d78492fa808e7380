import { expect, test } from 'vitest'
import { openApi } from './openapi'
import type { Operation } from './operation'
import { operations } from './operations'

type Described = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string
            readonly parameters: readonly {
              readonly name: string
              readonly in: string
              readonly required: boolean
            }[]
            readonly requestBody?: { readonly required: boolean }
            readonly responses: Readonly<Record<string, unknown>>
          }
        >
      >
    >
  >
}

const { paths } = openApi('http://localhost:3000') as unknown as Described
const rows = Object.entries<Operation>(operations)

test('no two operations share a method and a path', () => {
  const places = rows.map(([, { method, path }]) => `${method} ${path}`)
  expect(new Set(places).size).toBe(places.length)
})

test.each(rows)('%s is described with every place in its path', (name, row) => {
  const described = paths[`/api/v1${row.path}`]?.[row.method.toLowerCase()]
  expect(described?.operationId).toBe(name)
  expect(Object.keys(described?.responses ?? {})).toEqual([String(row.status), 'default'])
  const places = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, place]) => place)
  expect(described?.parameters.filter((given) => given.in === 'path').map((given) => given.name)).toEqual(
    places,
  )
})

test('a query says what has to be given, a body whether it may be left out', () => {
  expect(paths['/api/v1/plans/{plan}/diff']?.get?.parameters).toMatchObject([
    { name: 'plan', required: true },
    { name: 'from', required: true },
    { name: 'to', required: true },
  ])
  expect(paths['/api/v1/plans/{plan}/change-requests/{number}/publish']?.post?.requestBody?.required).toBe(
    false,
  )
  expect(paths['/api/v1/members']?.post?.requestBody?.required).toBe(true)
})

test('answers may grow, so nothing in them is closed to further members', () => {
  const answers = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map((row) => row.responses),
  )
  expect(JSON.stringify(answers)).not.toContain('"additionalProperties":false')
})
