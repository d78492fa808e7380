import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/server/ports/context'
import { fail } from '@/server/usecases/fail'

export type Answer = { readonly status: number; readonly body: string }

const StoredAnswer = z.object({ status: z.number().int(), body: z.string() })

/**
 * Answers a write with an `Idempotency-Key` once: a repeated request gets the first answer again, a different one
 * under the same key is refused. A failure frees the key, so that the request may be tried again. Answers are kept
 * sealed, since some of them show a secret.
 */
export const once = async (
  ctx: Context,
  key: string | null,
  request: { readonly method: string; readonly path: string; readonly body: Buffer },
  answer: () => Promise<Answer>,
): Promise<Answer> => {
  const personId = ctx.actor.personId
  if (key === null || personId === null) return answer()
  if (key === '' || key.length > 200)
    fail({ code: 'malformed', detail: 'Idempotency-Key must have 1 to 200 characters.' })
  const hash = createHash('sha256').update(`${request.method} ${request.path}\n`).update(request.body)
  const begun = await ctx.transaction(({ idempotency }) =>
    idempotency.begin(personId, key, hash.digest('hex'), ctx.now()),
  )
  if (begun.state === 'done') return StoredAnswer.parse(JSON.parse(ctx.secrets.open(begun.answer)))
  if (begun.state !== 'new')
    return fail({
      code: 'idempotency-conflict',
      detail:
        begun.state === 'busy'
          ? 'The first request with this key is still being answered.'
          : 'This key was used for another request.',
    })
  try {
    const given = await answer()
    await ctx.transaction(({ idempotency }) =>
      idempotency.finish(personId, key, {
        status: given.status,
        answer: ctx.secrets.seal(JSON.stringify(given)),
      }),
    )
    return given
  } catch (error) {
    await ctx.transaction(({ idempotency }) => idempotency.forget(personId, key))
    throw error
  }
}
