import type { Role } from '@/domain/review/role'

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly demo: boolean
  /** Has a password, so can sign in. */
  readonly active: boolean
  readonly createdAt: string
  readonly lastSeenAt: string | null
}

/** People as the product knows them; passwords and sessions belong to the auth library. Removed people are not found. */
export type PersonStore = {
  readonly list: () => Promise<readonly Person[]>
  readonly find: (id: string) => Promise<Person | null>
  readonly findByEmail: (email: string) => Promise<Person | null>
  readonly add: (person: Pick<Person, 'id' | 'name' | 'email' | 'role' | 'demo'>) => Promise<void>
  readonly change: (id: string, change: { readonly name?: string; readonly role?: Role }) => Promise<void>
  /** Ends sessions, revokes tokens, frees the address; the name stays in what the person did. */
  readonly remove: (id: string, at: string) => Promise<void>
  readonly countAdmins: () => Promise<number>
}
