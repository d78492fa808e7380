import type { Rename } from '@/domain/diff/diff-rules'
import type { AuthoredEdit, ChangeRequestStatus, EditMark, Review } from '@/domain/review/change-request'
import type { Look } from '@/domain/review/decisions'
import type { PublishWait } from '@/domain/review/publish-queue'

/**
 * `writers` are all people who wrote an edit since its rule was first touched: none of them may approve it.
 * `mergedFrom` is there where an update merged the edit with what the plan had changed in the same rule: the text that
 * the edit began on, and the text as it was typed.
 */
export type StoredEdit = AuthoredEdit & {
  readonly writers: readonly string[]
  readonly mergedFrom?: { readonly base: string; readonly ours: string }
}

export type StoredReview = Review & { readonly id: string; readonly byName: string }

/**
 * What a request brings on from the plan that its own plan follows; `from` is what was promoted before, null at the
 * first time. While `unsettled`, its edits begin on what upstream held and not on the plan's own version: `renames`
 * says how that one calls rules which they name otherwise.
 */
export type Promotion = {
  readonly upstreamPlanId: string
  readonly upstreamPlanName: string
  readonly version: number
  readonly from: number | null
  readonly unsettled: boolean
  readonly renames: readonly Rename[]
}

/** A publish that waits, for whom it is made, and the reason where it goes past the policy. */
export type AskedPublish = PublishWait & {
  /** The id of the person who asked. */
  readonly by: string
  readonly byName: string
  /** The API token that it was asked through. */
  readonly tokenId: string | null
}

export type ChangeRequest = {
  readonly id: string
  readonly planId: string
  readonly number: number
  readonly title: string
  readonly description: string
  readonly authorId: string
  readonly authorName: string
  readonly status: ChangeRequestStatus
  readonly baseVersion: number
  /** Counts every save; a save names the revision it read. */
  readonly revision: number
  readonly publishedVersion: number | null
  readonly jobId: string | null
  readonly publishError: { readonly code: string; readonly message: string } | null
  readonly conflicts: readonly unknown[]
  readonly promotion: Promotion | null
  /** The number of the request that it takes back. */
  readonly reverts: number | null
  readonly waiting: AskedPublish | null
  readonly createdAt: string
  readonly updatedAt: string
}

export type ChangeRequestQuery = {
  readonly planId?: string
  readonly statuses?: readonly ChangeRequestStatus[]
  /** Beside those of `statuses`, those at work in whose open threads or reviews one of these texts stands. */
  readonly orNaming?: readonly string[]
  readonly authorId?: string
  readonly search?: string
  readonly limit: number
  readonly cursor?: string
}

export type ChangeRequestStore = {
  readonly add: (request: ChangeRequest, edits: readonly StoredEdit[]) => Promise<void>
  readonly find: (planId: string, number: number) => Promise<ChangeRequest | null>
  /** The same, its row locked until the transaction ends. */
  readonly lock: (planId: string, number: number) => Promise<ChangeRequest | null>
  /** Newest first. */
  readonly page: (
    query: ChangeRequestQuery,
  ) => Promise<{ readonly requests: readonly ChangeRequest[]; readonly nextCursor: string | null }>
  /** Those whose publish waits, of a plan or of all. */
  readonly waiting: (planId?: string) => Promise<readonly ChangeRequest[]>
  /** Saves everything but edits and reviews. False when `ifRevision` is not the stored revision any more. */
  readonly save: (request: ChangeRequest, ifRevision: number) => Promise<boolean>
  /** The edits of a promotion begin on the plan's own version from now on. */
  readonly settlePromotion: (id: string) => Promise<void>
  /** The number of an open request that promotes this version into the plan. */
  readonly openPromotion: (
    planId: string,
    promotes: { readonly upstreamPlanId: string; readonly version?: number },
  ) => Promise<{
    readonly number: number
    readonly version: number
    readonly status: ChangeRequestStatus
  } | null>
  /**
   * Which version of the followed plan had been promoted by the time that the plan was at a version of its own; what
   * was taken back by then does not count.
   */
  readonly promotedBy: (
    planId: string,
    at: { readonly upstreamPlanId: string; readonly version: number },
  ) => Promise<number | null>
  /** In the order given. What changes a request reads it so: fingerprints are worked out from the texts. */
  readonly edits: (id: string) => Promise<readonly StoredEdit[]>
  /** The same for looking only: with the fingerprints that were kept with the edits. All, or those of some `ruleKey`s. */
  readonly keptEdits: (id: string, ruleKeys?: readonly string[]) => Promise<readonly StoredEdit[]>
  /** The same without texts. */
  readonly editMarks: (id: string) => Promise<readonly EditMark[]>
  /** How many edits there are, and whether a person wrote one of them. */
  readonly authorship: (
    id: string,
    person: string,
  ) => Promise<{ readonly count: number; readonly isAuthor: boolean }>
  /** One edit, by the `ruleKey` of its rule. */
  readonly edit: (id: string, ruleKey: string) => Promise<StoredEdit | null>
  readonly replaceEdits: (id: string, edits: readonly StoredEdit[]) => Promise<void>
  readonly editCounts: (ids: readonly string[]) => Promise<Readonly<Record<string, number>>>
  readonly reviews: (id: string) => Promise<readonly StoredReview[]>
  readonly addReview: (id: string, review: StoredReview) => Promise<void>
  /** What a person has marked as looked at. */
  readonly looks: (id: string, person: string) => Promise<readonly Look[]>
  /** Marks edits as looked at; for a rule that was marked before, the newer mark counts. */
  readonly addLooks: (id: string, person: string, at: string, looks: readonly Look[]) => Promise<void>
  /** Open requests of a plan that touch a rule (by `ruleKey`); with no rule, all touched rules of open requests. */
  readonly openTouching: (
    planId: string,
    ruleKey?: string,
  ) => Promise<
    readonly {
      readonly ruleKey: string
      readonly number: number
      readonly title: string
      readonly status: ChangeRequestStatus
    }[]
  >
}
