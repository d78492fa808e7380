import { z } from 'zod'
import { operation } from '../operation'
import { MarkLooked, ReadRequestEdit, RequestEdit, ReviewView } from '../review-view'

const one = '/plans/{plan}/change-requests/{number}'

export const reviewingOperations = {
  readReview: operation({
    method: 'GET',
    path: `${one}/review`,
    summary: 'One change request by what is to be decided: edits that do the same together, riskiest first',
    needs: 'read-change-requests',
    answer: ReviewView,
    status: 200,
  }),
  readRequestEdit: operation({
    method: 'GET',
    path: `${one}/review/edit`,
    summary: 'One edit of a request with its texts and all that is known of what it changes',
    needs: 'read-change-requests',
    query: ReadRequestEdit,
    answer: RequestEdit,
    status: 200,
  }),
  markLooked: operation({
    method: 'POST',
    path: `${one}/looks`,
    summary: 'Mark edits as looked at, for oneself; no verdict',
    needs: 'read-change-requests',
    body: MarkLooked,
    answer: z.null(),
    status: 204,
  }),
} as const
