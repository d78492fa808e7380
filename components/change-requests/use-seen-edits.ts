'use client'
import { useState } from 'react'
import type { ChangeRequestView } from '@/contracts/change-request'
import { changedEdits } from './changed-edits'

/**
 * Which edits this person has looked at. The page reads the request again by itself, but a verdict goes to what was
 * on the screen when they made it up: until they have looked again, `changed` names what is different.
 */
export const useSeenEdits = (view: ChangeRequestView | undefined) => {
  const [kept, setKept] = useState(view)
  const seen = kept ?? view
  return {
    changed:
      seen && view && seen.fingerprint !== view.fingerprint ? changedEdits(seen.edits, view.edits) : null,
    look: (now: ChangeRequestView) => setKept(now),
  }
}

export type SeenEdits = ReturnType<typeof useSeenEdits>
