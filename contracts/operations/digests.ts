import { DigestView, SaveDigest } from '../digest'
import { operation } from '../operation'

export const digestOperations = {
  readDigest: operation({
    method: 'GET',
    path: '/me/digest',
    summary: 'The letters that the person who asks is sent',
    needs: 'manage-own-account',
    answer: DigestView,
    status: 200,
  }),
  saveDigest: operation({
    method: 'PUT',
    path: '/me/digest',
    summary: 'Ask for letters about what happened, or for none',
    needs: 'manage-own-account',
    body: SaveDigest,
    answer: DigestView,
    status: 200,
  }),
} as const
