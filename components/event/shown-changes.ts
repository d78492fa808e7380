import type { ChangeView } from '@/contracts/plan'

/**
 * The changes of what is typed now, each with the verdict that the server gave last. Until it has answered for this
 * very text, a change that was there before keeps its verdict, so that nothing flickers while one types on.
 */
export const shownChanges = (
  live: readonly ChangeView[],
  judged: readonly ChangeView[] | undefined,
  isForThisText: boolean,
): readonly ChangeView[] => {
  if (judged && isForThisText) return judged
  return live.map(
    (change) =>
      judged?.find(({ kind, sentence }) => kind === change.kind && sentence === change.sentence) ?? change,
  )
}
