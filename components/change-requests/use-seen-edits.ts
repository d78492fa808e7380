'use client'
import { useState } from 'react'
import type { ReviewView } from '@/contracts/review-view'
import { changedEdits } from './changed-edits'

/**
 * Which edits this person has looked at. The page reads the request again by itself, but a verdict goes to what was
 * on the screen when they made it up: until they have looked again, `changed` names what is different.
 */
export const useSeenEdits = (view: ReviewView | undefined) => {
  const [kept, setKept] = useState(view)
  const seen = kept ?? view
  return {
    changed:
      seen && view && seen.fingerprint !== view.fingerprint ? changedEdits(seen.groups, view.groups) : null,
    look: (now: ReviewView) => setKept(now),
  }
}

export type SeenEdits = ReturnType<typeof useSeenEdits>
