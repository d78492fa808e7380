import type { Role } from '@/domain/review/role'

/**
 * Who acts. `personId` is null for jobs and the system itself. A token acts as its person;
 * `mintedBy` is who made it, `scopes` narrows what it may do (empty: everything its person may).
 */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly role: Role
      /** The session that the person acts in. */
      readonly sessionId?: string
    }
  | {
      readonly kind: 'token'
      readonly personId: string
      readonly name: string
      readonly role: Role
      readonly tokenId: string
      readonly mintedBy: string
      readonly scopes: readonly string[]
    }
  | { readonly kind: 'job'; readonly personId: null; readonly name: string; readonly jobId: string }
  | { readonly kind: 'system'; readonly personId: null; readonly name: string }
