import type { ReviewView } from '@/contracts/review-view'
import type { Context } from '@/server/ports/context'
import type { RequestName } from '@/server/usecases/change-requests/load-change-request'
import { readReview } from '@/server/usecases/reviewing/read-review'

type UseCase<Input, Output> = (ctx: Context, input: Input) => Promise<Output>

/**
 * A use case on a change request that answers with the request as its page shows it: whole requests carry the texts of
 * all their edits, which may be thousands.
 */
export const thenReview = <Input extends RequestName>(
  run: UseCase<Input, unknown>,
): UseCase<Input, ReviewView> =>
  named(run, async (ctx, input) => {
    await run(ctx, input)
    return readReview(ctx, { plan: input.plan, number: input.number })
  })

/** The same for one that opens another request: its number leads there. */
export const thenNumber = <Input>(
  run: UseCase<Input, { readonly number: number }>,
): UseCase<Input, { readonly number: number }> =>
  named(run, async (ctx, input) => ({ number: (await run(ctx, input)).number }))

/** Logs name an action by its use case. */
const named = <Input, Output>(
  { name }: { readonly name: string },
  run: UseCase<Input, Output>,
): UseCase<Input, Output> => Object.defineProperty(run, 'name', { value: name })
