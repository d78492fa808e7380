import type { Role } from '@/domain/review/role'

/**
 * Who acts. `personId` is null for jobs and the system itself. A token acts as its person;
 * `minters` are all in whose hands it was when it was made, `scopes` narrows what it may do (empty: everything its
 * person may). `demo`: somebody who exists for the demo only.
 */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly role: Role
      /** The session that the person acts in. */
      readonly sessionId?: string
      readonly demo?: boolean
    }
  | {
      readonly kind: 'token'
      readonly personId: string
      readonly name: string
      readonly role: Role
      readonly tokenId: string
      readonly minters: readonly string[]
      readonly scopes: readonly string[]
      readonly demo?: boolean
    }
  | { readonly kind: 'job'; readonly personId: null; readonly name: string; readonly jobId: string }
  | { readonly kind: 'system'; readonly personId: null; readonly name: string }
