'use client'
import { useKeys } from '../ui/use-keys'
import type { TriageKind } from './triage-dialog'

type Keys = { readonly ask: (kind: TriageKind) => void; readonly reopen: () => void }

/** The keys that decide, the same on the board and on the page of a violation. */
export const useTriageKeys = ({ ask, reopen }: Keys): void =>
  useKeys({
    a: () => ask('assign'),
    e: () => ask('resolve'),
    w: () => ask('wait'),
    i: () => ask('ignore'),
    o: reopen,
  })
