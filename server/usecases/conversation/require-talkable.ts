import type { ChangeRequestStatus } from '@/domain/review/change-request'
import { isOver } from '@/domain/review/transition'
import { fail } from '../fail'

/** Whether people can still say something about a request. */
export const takesWords = (status: ChangeRequestStatus): boolean => !isOver(status)

/** What is over is history: fails with `wrong-state`. */
export const requireTalkable = (status: ChangeRequestStatus): void => {
  if (!takesWords(status))
    fail({
      code: 'wrong-state',
      detail: `The request is ${status}, so nothing more is said in it.`,
      status,
    })
}
