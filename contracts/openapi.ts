import { z } from 'zod'
import { failureStatus, Problem } from './failure'
import type { Operation } from './operation'
import { operations } from './operations'

type Schema = Readonly<Record<string, unknown>>

const codes = Object.entries(failureStatus)
  .map(([code, status]) => `\`${code}\` ${status}`)
  .join(', ')

/** The interface below `/api/v1` as an OpenAPI 3.1 document, made from the table that the routes are made from. */
export const openApi = (appUrl: string): Schema => {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const [operationId, row] of Object.entries<Operation>(operations)) {
    const path = `/api/v1${row.path}`
    paths[path] ??= {}
    paths[path][row.method.toLowerCase()] = describe(operationId, row)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version: '1',
      description:
        'Errors are problem documents (RFC 9457) with a `code`. Lists take `limit` and `cursor`. Writes take `Idempotency-Key`.',
    },
    servers: [{ url: appUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: jsonSchema(Problem, 'output') },
      responses: {
        problem: {
          description: `A problem document. Codes: ${codes}.`,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const describe = (operationId: string, row: Operation): Schema => ({
  operationId,
  summary: row.summary,
  description: `Needs the permission \`${row.needs}\`.`,
  parameters: [...pathParameters(row.path), ...queryParameters(row), ...idempotencyKey(row)],
  ...(row.body
    ? {
        requestBody: {
          required: !row.body.safeParse(undefined).success,
          content: { 'application/json': { schema: jsonSchema(row.body, 'input') } },
        },
      }
    : {}),
  responses: { [row.status]: success(row), default: { $ref: '#/components/responses/problem' } },
})

const success = (row: Operation): Schema => {
  if (row.status === 204) return { description: 'Done' }
  const content = row.file
    ? { '*/*': { schema: { type: 'string' } } }
    : { 'application/json': { schema: jsonSchema(row.answer, 'output') } }
  return { description: row.summary, content }
}

const pathParameters = (path: string): Schema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }))

const queryParameters = ({ query }: Operation): Schema[] => {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
    properties?: Readonly<Record<string, Schema>>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const idempotencyKey = ({ method }: Operation): Schema[] =>
  method === 'GET'
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ]

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // Answers grow: whoever reads them has to expect more than is named today.
    override: ({ jsonSchema: node }) => {
      if (node.additionalProperties === false) delete node.additionalProperties
    },
  })
  return described
}
