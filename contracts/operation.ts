import type { z } from 'zod'
import type { Operation as Authority } from '@/domain/review/can'

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never

/** `{number}` counts change requests of a plan; every other place in a path is an id. */
export type PathParameters<Path extends string> = {
  readonly [Name in ParameterNames<Path>]: Name extends 'number' ? number : string
}

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown

/** One call of the REST interface: what it takes and answers, and whom it is for. */
export type Operation<
  Path extends string = string,
  Query extends z.ZodType | undefined = z.ZodType | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with parameters as `{plan}`. */
  readonly path: Path
  readonly summary: string
  /** The least that the caller needs; the use case may ask for more (someone else's request, say). */
  readonly needs: Authority
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  readonly status: 200 | 201 | 202 | 204
  /** The body is a file: the use case is given its text as `file`. */
  readonly takesFile?: true
  /** The answer is a file: its type is `contentType`, not JSON. */
  readonly file?: true
}

/** What the use case of an operation is given: path, query and body in one object. */
export type InputOf<Row> =
  Row extends Operation<infer Path, infer Query, infer Body>
    ? PathParameters<Path> & Parsed<Query> & Parsed<Body>
    : never

/** What the use case of an operation has to give. */
export type AnswerOf<Row extends { readonly answer: z.ZodType }> = Deep<z.input<Row['answer']>>

/** Keeps the exact types of a row, so that a route and its use case are checked against each other. */
export const operation = <
  const Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  row: Operation<Path, Query, Body, Answer>,
): Operation<Path, Query, Body, Answer> => row
