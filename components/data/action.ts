import type { ActionResult } from '@/contracts/failure'

/** A server action as a screen gets it: input as the use case takes it, a value or an expected failure back. */
export type Action<Input, Output> = (input: Input) => Promise<ActionResult<Output>>
