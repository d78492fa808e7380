/** What a proposal does to one call. `uncertain`: it hangs on a value that is masked, or on a rule that cannot be judged. */
export const outcomes = ['stillValid', 'stillInvalid', 'fixed', 'broken', 'uncertain'] as const

export type Outcome = (typeof outcomes)[number]
