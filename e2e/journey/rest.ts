import type { z } from 'zod'
import { runningProduct } from '../server/running-product'
import { type PersonName, tokenOf } from './people'

/**
 * Asks the product's REST interface as a person does by their token: to prepare what a journey is not about.
 *
 * @throws Error with what was answered when it is no success
 */
export const rest = async <Answer>(
  who: PersonName,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  schema: z.ZodType<Answer>,
  body?: unknown,
): Promise<Answer> => {
  const answer = await fetch(`${runningProduct().appUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(who)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return schema.parse(await answer.json())
}
