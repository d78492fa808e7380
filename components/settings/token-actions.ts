import type { MintToken, TokenMinted } from '@/contracts/person'
import type { Action } from '../data/action'

export type TokenActions = {
  readonly mintToken: Action<MintToken & { readonly id: string }, TokenMinted>
  readonly revokeToken: Action<{ readonly id: string; readonly tokenId: string }, null>
}
