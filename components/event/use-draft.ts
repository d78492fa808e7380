'use client'
import { useMemo, useSyncExternalStore } from 'react'
import {
  type DraftPlace,
  draftKey,
  type EditDraft,
  onDraftChange,
  parseDraft,
  writeDraft,
} from '../data/edit-draft'

/** The draft of one place, kept in the browser until it is saved; null where there is none (and on the server). */
export const useDraft = (place: DraftPlace) => {
  const key = draftKey(place)
  const stored = useSyncExternalStore(
    onDraftChange,
    () => localStorage.getItem(key),
    () => null,
  )
  const draft = useMemo(() => parseDraft(stored), [stored])
  return { draft, keep: (next: EditDraft | null) => writeDraft(key, next) }
}
