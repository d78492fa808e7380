import type { ChangeView } from '@/contracts/plan'
import type { ToldChange } from '@/domain/impact/tell-change'

/** A fact of the diff with the two opinions on it and what shows them, as it crosses the wire. */
export const changeView = ({ verdict, refusals, pure, ...told }: ToldChange): ChangeView => ({
  ...told,
  senders: verdict.senders.level,
  readers: verdict.readers.level,
  why: { senders: verdict.senders.why, readers: verdict.readers.why },
  ...(refusals === undefined ? {} : { refusals: [...refusals] }),
  ...(pure === undefined ? {} : { pure: { witness: pure.witness, refusals: [...pure.refusals] } }),
})
