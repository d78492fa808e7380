import type { RequestActions } from './request-actions'

/** The actions of a request for tests: those given, and a failure for whatever else is asked of the server. */
export const requestActions = (set: Partial<RequestActions> = {}): RequestActions => ({
  submit: never('submit'),
  withdraw: never('withdraw'),
  close: never('close'),
  reopen: never('reopen'),
  revert: never('revert'),
  update: never('update'),
  abandon: never('abandon'),
  describe: never('describe'),
  saveEdits: never('saveEdits'),
  resolveConflicts: never('resolveConflicts'),
  review: never('review'),
  markLooked: never('markLooked'),
  publish: never('publish'),
  unschedule: never('unschedule'),
  resume: never('resume'),
  rerunChecks: never('rerunChecks'),
  replay: never('replay'),
  cancelReplay: never('cancelReplay'),
  addComment: never('addComment'),
  editComment: never('editComment'),
  deleteComment: never('deleteComment'),
  takeSuggestion: never('takeSuggestion'),
  resolveThread: never('resolveThread'),
  reopenThread: never('reopenThread'),
  ...set,
})

const never = (action: string) => async (): Promise<never> => {
  throw new Error(`Nobody should have asked for ${action}.`)
}
