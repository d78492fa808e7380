import { z } from 'zod'
import { isKeyTooLong, longestKey } from '@/domain/plan/longest-key'
import type { RuleId, RuleType } from '@/domain/plan/rule'
import { isRuleType } from '@/domain/plan/rule-id'
import type { SegmentAnswer, SegmentProblem } from '@/server/ports/segment-gateway'
import { itemTexts, memberText } from './json-slices'
import type { SegmentPage } from './read-pages'
import { readPage } from './wire-shapes'

/** A rule on the wire: its identity, and the text of its schema cut out of the answer. */
export type WireRule = RuleId & { readonly schemaText: string }

/**
 * Reads one page of a plan's rules. The schema is taken as text: parsing would round large integers, and key order
 * and spelling belong to what was received.
 *
 * Segment Public API: COMMON, IDENTIFY and GROUP rules have no key; where one is given (or an empty one) it means
 * nothing.
 */
export const readRulePage = (text: string): SegmentAnswer<SegmentPage<WireRule>> => {
  const page = readPage('rules', Rule, text)
  if (!page.ok) return page
  const texts = itemTexts(memberText(memberText(text, 'data') ?? '', 'rules') ?? '')
  const items: WireRule[] = []
  for (const [index, { type, key, version }] of page.value.items.entries()) {
    const schemaText = memberText(texts[index] ?? '', 'jsonSchema')
    if (schemaText === null)
      return notUnderstood(`Segment gave ${type} rule "${key ?? ''}" without a schema.`)
    const keyProblem = problemOfKey(type, key)
    if (keyProblem !== null) return notUnderstood(keyProblem)
    items.push({ type, key: keyless.has(type) ? null : (key ?? null), version, schemaText })
  }
  return { ok: true, value: { ...page.value, items } }
}

const problemOfKey = (type: RuleType, key: string | null | undefined): string | null => {
  if (!key) return type === 'TRACK' ? 'Segment gave a TRACK rule without the name of its event.' : null
  if (key.includes('\u0000') || !key.isWellFormed())
    return `The name of the rule ${JSON.stringify(key)} holds a character that cannot be kept.`
  return isKeyTooLong(key)
    ? `The name of the rule "${key.slice(0, 40)}…" has more than the ${longestKey} bytes that can be kept.`
    : null
}

const notUnderstood = (message: string): { ok: false; problem: SegmentProblem } => ({
  ok: false,
  problem: { kind: 'not-understood', message },
})

const keyless: ReadonlySet<string> = new Set(['COMMON', 'IDENTIFY', 'GROUP'])

const Rule = z.object({
  type: z.string().refine(isRuleType, 'there is no such type of rule'),
  key: z.string().nullish(),
  version: z.number().int().min(0),
})
