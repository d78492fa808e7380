import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { ActionResult } from '@/contracts/failure'
import { log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import { composition } from './composition'
import { failureOf } from './failure-of'
import { invalidInput } from './invalid-input'
import { signedInContext } from './page-context'

type UseCase<Input, Output> = (ctx: Context, input: Input) => Promise<Output>
type Action<Output> = (raw: unknown) => Promise<ActionResult<Output>>

/**
 * A server action: checks the input by the contract, asks the use case as the person who is signed in, and gives
 * expected failures back as values. `schema` describes everything the use case takes, ids of the place included.
 */
export const defineAction = <Schema extends z.ZodType, Output>(
  schema: Schema,
  run: UseCase<z.output<Schema>, Output>,
): Action<Output> => action(schema, run, signedInContext)

/** The same for what people do before they are signed in (accepting an invitation). */
export const definePublicAction = <Schema extends z.ZodType, Output>(
  schema: Schema,
  run: UseCase<z.output<Schema>, Output>,
): Action<Output> =>
  action(schema, run, async () =>
    composition().contextFor({ kind: 'system', personId: null, name: 'Sign-in page' }),
  )

const action =
  <Schema extends z.ZodType, Output>(
    schema: Schema,
    run: UseCase<z.output<Schema>, Output>,
    contextOf: () => Promise<Context | null>,
  ): Action<Output> =>
  async (raw) => {
    const started = performance.now()
    const context = await contextOf()
    if (!context) return { ok: false, failure: { code: 'not-signed-in' } }
    const result = await attempt(schema, run, context, raw)
    log.info(
      {
        part: 'web',
        action: run.name,
        actor: context.actor.personId ?? context.actor.name,
        ms: Math.round(performance.now() - started),
        outcome: result.ok ? 'ok' : result.failure.code,
      },
      'Action',
    )
    return result
  }

const attempt = async <Schema extends z.ZodType, Output>(
  schema: Schema,
  run: UseCase<z.output<Schema>, Output>,
  context: Context,
  raw: unknown,
): Promise<ActionResult<Output>> => {
  const input = schema.safeParse(raw)
  if (!input.success) return { ok: false, failure: invalidInput(input.error) }
  try {
    return { ok: true, value: await run(context, input.data) }
  } catch (error) {
    // A redirect or a not-found of Next travels as an error.
    unstable_rethrow(error)
    return { ok: false, failure: failureOf(error, { action: run.name }) }
  }
}
