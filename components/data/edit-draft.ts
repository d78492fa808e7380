import { z } from 'zod'
import type { RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'

/**
 * An edit of one rule that is not saved yet, kept in this browser. `base` is the text it was begun on, null for a new
 * rule; `text` the schema after, null to remove the rule; `newKey` its new name, where it gets one.
 */
export const EditDraft = z.object({
  base: z.string().nullable(),
  text: z.string().nullable(),
  newKey: z.string().optional(),
})

export type EditDraft = z.infer<typeof EditDraft>

/** Whose draft: one for a new change request, one for each request that the rule is edited in. */
export type DraftPlace = { readonly plan: string; readonly rule: RuleId; readonly request: number | 'new' }

export const draftKey = ({ plan, rule, request }: DraftPlace): string =>
  `plumbline.draft.${plan}.${request}.${ruleKey(rule)}`

const changed = 'plumbline-draft'

/** Null where there is none, or what is stored is no draft. */
export const readDraft = (key: string): EditDraft | null => parseDraft(localStorage.getItem(key))

export const parseDraft = (stored: string | null): EditDraft | null => {
  if (stored === null) return null
  try {
    return EditDraft.parse(JSON.parse(stored))
  } catch {
    return null
  }
}

/** Null forgets it. */
export const writeDraft = (key: string, draft: EditDraft | null): void => {
  if (draft) localStorage.setItem(key, JSON.stringify(draft))
  else localStorage.removeItem(key)
  window.dispatchEvent(new Event(changed))
}

export const onDraftChange = (listener: () => void): (() => void) => {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}
