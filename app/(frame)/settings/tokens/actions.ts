'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { MintToken } from '@/contracts/person'
import { mintToken as runMint } from '@/server/usecases/people/mint-token'
import { revokeToken as runRevoke } from '@/server/usecases/people/revoke-token'

export const mintToken = defineAction(MintToken.extend({ id: z.string() }), runMint)
export const revokeToken = defineAction(z.object({ id: z.string(), tokenId: z.string() }), runRevoke)
