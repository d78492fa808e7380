import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import type { Json } from './json'
import { configApiSchemaKeys, readConfigApiPlan } from './plan-file-config-api'
import { readPlanQuickly } from './plan-file-quick'
import { type ReadRule, readRule } from './plan-file-rule'
import { type JsonRefusal, readJsonKeeping, type SourceOf } from './read-json'
import type { Rule } from './rule'
import { ruleFromText, ruleOfSchema } from './rule-from-text'
import { ruleKey, ruleName } from './rule-id'

export const planFileShapes = [
  /** `{ "rules": [...] }`, Segment's own, and our export. */
  'segment',
  /** `{ "data": { "rules": [...] } }`, an answer of the Public API as it came. */
  'segment-response',
  'bare-array',
  /** `{ "rules": { "events": [...], "identify": …, "global": … } }`. */
  'config-api',
  /** Segment's shape, but each schema describes the properties only: what typewriter saves. */
  'typewriter',
] as const

export type PlanFileShape = (typeof planFileShapes)[number]

export type PlanFileReport = {
  readonly shape: PlanFileShape
  /** What the file held that no rule can express, a sentence each. */
  readonly notes: readonly string[]
  /** Which version of which plan of ours the file began as, where it says so: our own export does. */
  readonly origin?: PlanFileOrigin
}

export type PlanFileOrigin = { readonly planId: string; readonly version: number }

export type PlanFileReading =
  | { readonly ok: true; readonly rules: readonly Rule[]; readonly report: PlanFileReport }
  | {
      readonly ok: false
      readonly refusal: JsonRefusal | { readonly code: 'unknown-shape'; readonly message: string }
    }

/** A plan of 2,000 rules of 20 kB each, twice over. */
const fileBounds = { depth: 80, length: 80_000_000 } as const

const schemaKeys = ['jsonSchema', ...configApiSchemaKeys]

/**
 * Reads a plan from the text of a file in any of the known shapes, and says which one it was. A schema keeps the text
 * that it has in the file, defects and all, wherever the shape holds it whole.
 */
export const readPlanFile = (text: string): PlanFileReading => {
  const quick = text.length > fileBounds.length ? undefined : readPlanQuickly(text)
  if (quick) return readPlan(quick.file, (holder) => quick.schemaTexts.get(holder as Json), true)
  const reading = readJsonKeeping(schemaKeys, text, fileBounds)
  return reading.ok ? readPlan(reading.value, reading.sourceOf, false) : reading
}

const readPlan = (file: ExactJson, sourceOf: SourceOf, isPlain: boolean): PlanFileReading => {
  const list = (entries: readonly ExactJson[], shape: PlanFileShape) =>
    ruleList(entries, shape, sourceOf, isPlain)
  if (isExactArray(file)) return list(file, 'bare-array')
  if (!isExactObject(file)) return unknownShape
  if (isExactArray(file.rules)) return withOrigin(list(file.rules, 'segment'), file)
  if (isExactObject(file.data) && isExactArray(file.data.rules))
    return list(file.data.rules, 'segment-response')
  if (isExactObject(file.rules) && isConfigApi(file.rules))
    return finished(readConfigApiPlan(file.rules, sourceOf), 'config-api')
  return unknownShape
}

const withOrigin = (reading: PlanFileReading, { plan, version }: ExactObject): PlanFileReading => {
  if (!reading.ok || !isExactObject(plan) || typeof plan.id !== 'string' || !isPlanVersion(version))
    return reading
  return { ...reading, report: { ...reading.report, origin: { planId: plan.id, version } } }
}

const isPlanVersion = (version: ExactJson | undefined): version is number =>
  Number.isSafeInteger(version) && Number(version) >= 1

const isConfigApi = (rules: ExactObject): boolean =>
  ['events', 'global', 'identify', 'group', 'identify_traits', 'group_traits'].some((key) =>
    Object.hasOwn(rules, key),
  )

const unknownShape: PlanFileReading = {
  ok: false,
  refusal: {
    code: 'unknown-shape',
    message:
      'The file is none of the known shapes of a tracking plan: a list of rules, { rules }, { data: { rules } }.',
  },
}

const ruleList = (
  list: readonly ExactJson[],
  shape: PlanFileShape,
  sourceOf: SourceOf,
  isPlain: boolean,
): PlanFileReading => {
  const isTypewriter = list.some(
    (item) =>
      isExactObject(item) &&
      isExactObject(item.jsonSchema) &&
      Object.hasOwn(item.jsonSchema, 'eventMetadata'),
  )
  return finished(
    list.map((item, i) => readRule(item, i, isTypewriter, sourceOf, isPlain)),
    isTypewriter ? 'typewriter' : shape,
  )
}

/** The first of several rules with one identity stands; the others are told. */
const finished = (read: readonly ReadRule[], shape: PlanFileShape): PlanFileReading => {
  const rules = new Map<string, Rule>()
  const notes: string[] = []
  for (const item of read) {
    notes.push(...item.notes)
    if (!item.rule) continue
    const { id, schemaText, jsonSchema } = item.rule
    const key = ruleKey(id)
    const reading =
      jsonSchema === undefined
        ? ruleFromText(id, schemaText)
        : { ok: true as const, rule: ruleOfSchema(id, schemaText, jsonSchema) }
    if (!reading.ok) notes.push(`${ruleName(id)} was left out: ${reading.refusal.message}`)
    else if (rules.has(key)) notes.push(`${ruleName(id)} stands twice in the file; the first one was taken.`)
    else rules.set(key, reading.rule)
  }
  return { ok: true, rules: [...rules.values()], report: { shape, notes: [...new Set(notes)] } }
}
