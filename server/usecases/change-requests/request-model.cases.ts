import type { ChangeRequestStatus } from '@/domain/review/change-request'

/** Who asks. `ann` opened the request; `sue` and `sam` are stewards. */
export type Who = 'ann' | 'sue' | 'sam' | 'vic'

/** What a rule shall say; null: the request leaves the rule alone. */
type Wish = 'one' | 'two' | null

export type Step =
  | {
      readonly do: 'save'
      readonly by: Who
      readonly cart: Wish
      readonly order: Wish
      readonly seen: boolean
    }
  | {
      readonly do: 'approve' | 'request-changes'
      readonly by: Who
      readonly seen: boolean
      /** The one rule that the verdict is about; null: all that the request edits. */
      readonly of: 'cart' | 'order' | null
    }
  | {
      readonly do: 'submit' | 'withdraw' | 'close' | 'reopen' | 'update' | 'publish' | 'resume' | 'abandon'
      readonly by: Who
    }
  /** The worker's turn, on a day when Segment takes writes or refuses them. */
  | { readonly do: 'work'; readonly refused: boolean }
  /** Another request, about another rule, becomes the newest version. */
  | { readonly do: 'other' }

type ModelEdit = { readonly wish: 'one' | 'two'; readonly writers: ReadonlySet<Who> }
type Edits = Readonly<Record<string, ModelEdit>>
type ModelReview = {
  readonly by: Who
  readonly verdict: 'approve' | 'request-changes'
  readonly covers: Readonly<Record<string, string>>
}

/** A change request as `domain.md` 9 tells it, without a database. */
export type RequestModel = {
  status: ChangeRequestStatus
  edits: Edits
  reviews: readonly ModelReview[]
  base: number
  head: number
  job: 'none' | 'publishing' | 'abandoning'
  /** What Segment holds of the two rules beyond what it began with. */
  held: Readonly<Record<string, string>>
}

export const newModel = (): RequestModel => ({
  status: 'draft',
  edits: {},
  reviews: [],
  base: 1,
  head: 1,
  job: 'none',
  held: {},
})

/** `ok`, or the code of the failure that the step has to end with. Changes the model when it is `ok`. */
export const step = (model: RequestModel, asked: Step): string => {
  if (asked.do === 'work') return work(model, asked.refused)
  if (asked.do === 'other') {
    model.head += 1
    return 'ok'
  }
  return isAllowed(asked) ? steps[asked.do](model, asked as never) : 'not-allowed'
}

const isSteward = (who: Who): boolean => who === 'sue' || who === 'sam'

const isAllowed = ({ do: what, by }: Step & { readonly by: Who }): boolean =>
  isSteward(by) ||
  (by === 'ann' && ['save', 'submit', 'withdraw', 'close', 'reopen', 'update'].includes(what))

const isOpen = ({ status }: RequestModel): boolean =>
  ['draft', 'in-review', 'changes-requested', 'approved'].includes(status)
const isReviewed = (model: RequestModel): boolean => isOpen(model) && model.status !== 'draft'

const steps = {
  save: (model: RequestModel, { by, cart, order, seen }: Extract<Step, { do: 'save' }>) => {
    if (!isOpen(model)) return 'wrong-state'
    if (!seen) return 'stale'
    const wishes = Object.entries({ cart, order }).flatMap(([rule, wish]) => (wish ? [{ rule, wish }] : []))
    model.edits = Object.fromEntries(
      wishes.map(({ rule, wish }): [string, ModelEdit] => {
        const former = model.edits[rule]
        if (former?.wish === wish) return [rule, former]
        return [rule, { wish, writers: new Set([...(former?.writers ?? []), by]) }]
      }),
    )
    return settle(model)
  },
  submit: (model: RequestModel) => {
    if (model.status !== 'draft' && model.status !== 'changes-requested') return 'wrong-state'
    if (Object.keys(model.edits).length === 0) return 'blocked'
    model.status = 'in-review'
    return settle(model)
  },
  withdraw: (model: RequestModel) => move(model, isReviewed(model), 'draft'),
  close: (model: RequestModel) => move(model, isOpen(model), 'closed'),
  reopen: (model: RequestModel) => move(model, model.status === 'closed', 'draft'),
  update: (model: RequestModel) => {
    if (!isOpen(model)) return 'wrong-state'
    model.base = model.head
    return settle(model)
  },
  approve: (model: RequestModel, asked: Verdict) => review(model, asked, 'approve'),
  'request-changes': (model: RequestModel, asked: Verdict) => review(model, asked, 'request-changes'),
  publish: (model: RequestModel) => {
    if (model.status === 'publishing') return 'ok'
    if (!isOpen(model)) return 'wrong-state'
    if (!isComplete(model) || model.base !== model.head) return 'blocked'
    if (model.status !== 'approved') return 'wrong-state'
    model.status = 'publishing'
    model.job = 'publishing'
    model.head += 1
    return 'ok'
  },
  resume: (model: RequestModel) => {
    if (model.status === 'publishing') return 'ok'
    if (model.status !== 'publish-failed' || model.job !== 'none') return 'wrong-state'
    model.status = 'publishing'
    model.job = 'publishing'
    return 'ok'
  },
  abandon: (model: RequestModel) => {
    if (model.status !== 'publish-failed' || model.job !== 'none') return 'wrong-state'
    model.job = 'abandoning'
    return 'ok'
  },
}

type Verdict = Extract<Step, { do: 'approve' }>

const review = (model: RequestModel, { by, seen, of }: Verdict, verdict: ModelReview['verdict']): string => {
  if (!isReviewed(model)) return 'wrong-state'
  if (Object.values(model.edits).some(({ writers }) => writers.has(by))) return 'own-edits'
  if (!seen) return 'stale'
  const covered = Object.entries(wishesOf(model)).filter(([rule]) => of === null || rule === of)
  if (of !== null && covered.length === 0) return 'invalid-input'
  model.reviews = [...model.reviews, { by, verdict, covers: Object.fromEntries(covered) }]
  if (isComplete(model)) model.status = 'approved'
  else if (verdict === 'request-changes' && standing(model).some((one) => one.verdict === verdict))
    model.status = 'changes-requested'
  else if (model.status === 'approved') model.status = 'in-review'
  return 'ok'
}

const work = (model: RequestModel, refused: boolean): string => {
  if (model.job === 'publishing') {
    model.status = refused ? 'publish-failed' : 'published'
    if (!refused) model.held = wishesOf(model)
  } else if (model.job === 'abandoning') {
    model.status = 'closed'
    model.head += 1
  }
  model.job = 'none'
  return 'ok'
}

const move = (model: RequestModel, may: boolean, to: ChangeRequestStatus): string => {
  if (!may) return 'wrong-state'
  model.status = to
  return 'ok'
}

const settle = (model: RequestModel): string => {
  if (isReviewed(model)) {
    if (isComplete(model)) model.status = 'approved'
    else if (model.status === 'approved') model.status = 'in-review'
  }
  return 'ok'
}

const wishesOf = ({ edits }: RequestModel): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(edits).map(([rule, { wish }]) => [rule, wish]))

type Spoken = { readonly by: Who; readonly verdict: ModelReview['verdict']; readonly rule: string }

/** Verdicts on an edit as it is now, by nobody who wrote one, not taken back since. */
const standing = (model: RequestModel): readonly Spoken[] => {
  const now = wishesOf(model)
  return model.reviews.flatMap(({ by, verdict, covers }, place) =>
    Object.values(model.edits).some(({ writers }) => writers.has(by))
      ? []
      : Object.entries(covers)
          .filter(
            ([rule, wish]) =>
              now[rule] === wish &&
              !model.reviews
                .slice(place + 1)
                .some(
                  (later) =>
                    later.by === by &&
                    rule in later.covers &&
                    (later.verdict === 'request-changes' || verdict === 'request-changes'),
                ),
          )
          .map(([rule]) => ({ by, verdict, rule })),
  )
}

/** Every edit is approved as it is, by a steward who wrote none, and nobody's request for changes stands. */
export const isComplete = (model: RequestModel): boolean => {
  const rules = Object.keys(wishesOf(model))
  const verdicts = standing(model)
  return (
    rules.length > 0 &&
    verdicts.every(({ verdict }) => verdict === 'approve') &&
    rules.every((rule) => verdicts.some((spoken) => spoken.rule === rule))
  )
}
