import type { OriginView } from '@/contracts/violation'

/** Why a violation is there, in a few words for a list. */
export const originWords: Readonly<Record<OriginView['kind'], string>> = {
  'plan-changed': 'Plan changed under old code',
  'code-changed': 'Code changed under the same plan',
  'sender-changed': 'Code changed under the same plan',
  'oldest-schema': 'Judged by the oldest version of the rule',
  always: 'Always so, newly seen',
  unknown: 'Not enough seen yet',
}

/** Since what a bundle began: `since Web shop 4.2.0`, `since version 12 of the plan`. */
export const sinceWords = (origin: OriginView | null): string => {
  if ((origin?.kind === 'code-changed' || origin?.kind === 'sender-changed') && origin.release)
    return `since ${origin.release.sourceName} ${origin.release.appVersion}`
  return origin?.kind === 'plan-changed'
    ? `since version ${origin.version} of the plan`
    : 'that began together'
}
