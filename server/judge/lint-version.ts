import { lint } from '@/domain/lint/lint'
import { type EditsLinted, lintEdits } from '@/domain/lint/lint-edits'
import type { Finding } from '@/domain/lint/lint-rule'
import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { ruleIdOf } from '@/domain/plan/rule-id'
import type { RuleText } from '@/server/ports/schema-judge'
import type { ThreadTasks } from './thread-task'

type Held = {
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  readonly length: number
}

/** Versions that this thread has read and looked through, the one that was asked for last at the end. */
const held = new Map<string, Held>()

/** Characters of schemas that are held beside the version in use. */
const mostHeld = 20_000_000

/** Looks at edits of a version. Whoever edits asks again and again, so the version itself is looked through once. */
export const lintVersion = ({
  key,
  rules,
  edits,
}: ThreadTasks['lint']['asked']): EditsLinted | 'unknown-version' => {
  const version = held.get(key) ?? (rules && read(rules))
  if (!version) return 'unknown-version'
  held.delete(key)
  makeRoom(version.length)
  held.set(key, version)
  return lintEdits(version.rules, edits, version.findings)
}

const makeRoom = (needed: number): void => {
  let length = [...held.values()].reduce((sum, other) => sum + other.length, needed)
  for (const [key, other] of held) {
    if (length <= mostHeld) return
    held.delete(key)
    length -= other.length
  }
}

const read = (texts: readonly RuleText[]): Held => {
  const rules = texts.map(parsed)
  return {
    rules,
    findings: lint(rules),
    length: texts.reduce((sum, { schemaText }) => sum + schemaText.length, 0),
  }
}

/** Lint looks at the schema and never at text or hash, which would double what has to be held. */
const parsed = (text: RuleText): Rule => ({
  ...ruleIdOf(text),
  schemaText: '',
  jsonSchema: JSON.parse(text.schemaText) as Json,
  hash: '',
})
