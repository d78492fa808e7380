import { z } from 'zod'
import { operation } from '../operation'
import { BePresent, PresenceView } from '../presence'

const one = '/plans/{plan}/change-requests/{number}/presence'

export const presenceOperations = {
  bePresent: operation({
    method: 'POST',
    path: one,
    summary: 'Tell that a request is open in a tab; answers with everybody else who has it open',
    needs: 'read-change-requests',
    body: BePresent,
    answer: PresenceView,
    status: 200,
  }),
  leaveRequest: operation({
    method: 'DELETE',
    path: `${one}/{id}`,
    summary: 'Tell that a tab is closed',
    needs: 'read-change-requests',
    answer: z.null(),
    status: 204,
  }),
} as const
