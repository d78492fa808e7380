import type { RouteHandler } from './define-route'
import { wrongMethod } from './wrong-method'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The exports of a route file: its handlers, and for every other method an answer that names those there are. */
export const methods = (handlers: Partial<Record<Method, RouteHandler>>): Record<Method, RouteHandler> => {
  const other: RouteHandler = wrongMethod(Object.keys(handlers))
  return { GET: other, POST: other, PUT: other, PATCH: other, DELETE: other, ...handlers }
}
