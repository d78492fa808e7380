import type { Change, ChangeKind } from '@/domain/diff/change'
import { changeKinds } from '@/domain/diff/change-kinds.cases'
import { describeChange } from '@/domain/diff/describe-change'
import { schemaChangeCases } from '@/domain/diff/schema-changes.cases'
import { impactRules } from '@/domain/impact/impact-rules'
import { type Level, levels } from '@/domain/impact/verdict'
import { lintRules } from '@/domain/lint/lint-rules'
import { usualSeverities } from '@/domain/lint/usual-severities'
import { defectKinds } from '@/domain/plan/defects/defect-kinds'
import type { RuleId } from '@/domain/plan/rule'

/** `docs/rules.md`, made from the registries and from nothing else. */
export const rulesPage = (): string =>
  [
    '# Rules',
    '',
    'Made from the registries by `npm run docs:rules`; a test holds it equal to them. Do not edit it by hand.',
    '',
    '## What changes',
    '',
    'The facts that the diff of two plans tells (`domain/diff/change-kinds.cases.ts`), how one of them reads, and whom it',
    'can hurt. *Senders* are apps that send the event, *readers* are what receives it.',
    '',
    ...table(
      ['kind', 'what it is', 'for example', 'senders', 'readers'],
      kinds.map((kind) => [
        code(kind),
        `**${changeKinds[kind].title}.** ${changeKinds[kind].why}`,
        exampleOf(kind),
        levelsOf(kind, 'senders'),
        levelsOf(kind, 'readers'),
      ]),
    ),
    '',
    '## Whom a change hurts',
    '',
    'Opinions on the facts (`domain/impact/impact-rules.ts`), read with planned names: an object is not expected to carry',
    'names that its plan does not list. Where a rule knows several levels, the change itself decides, and the comparison of',
    'the whole schemas has the last word on senders: it proves that everything stays accepted, or shows a message that is',
    'refused.',
    '',
    ...table(
      ['rule', 'judges', 'senders', 'readers', 'what it is about'],
      kinds.flatMap((kind) =>
        impactRules[kind].map((rule) => [
          code(rule.id),
          code(kind),
          rule.levels.senders.join(', '),
          rule.levels.readers.join(', '),
          `**${rule.title}.** ${rule.why}`,
        ]),
      ),
    ),
    '',
    '## What lint looks for',
    '',
    'Findings in a plan (`domain/lint/lint-rules.ts`), with their usual severity (`domain/lint/usual-severities.ts`). Who',
    'sees one of them in another way says so: Settings, Lint, for each plan; `plumbline lint --severity missing-example=off`',
    'in a terminal. A fix is offered where only one thing can have been meant; `plumbline lint --fix` carries it out.',
    '',
    ...table(
      ['rule', 'severity', 'fix', 'what it is about'],
      lintRules.map(({ id, title, why, fix }) => [
        code(id),
        usualSeverities[id],
        fix ? 'where certain' : 'by people',
        `**${title}.** ${why}`,
      ]),
    ),
    '',
    '## Defects',
    '',
    'Ways in which schemas of live plans depart from JSON Schema draft-07 (`domain/plan/defects/defect-kinds.ts`). They',
    'never stop an import, and are repaired only when somebody asks. A *certain* repair does the only thing that can have',
    'been meant; it can still refuse events that passed before.',
    '',
    ...table(
      ['defect', 'strict validators', 'repair', 'what it is about', 'what the repair does'],
      Object.entries(defectKinds).map(([name, { title, why, strict, repair, certainty }]) => [
        code(name),
        strict === 'refuses' ? 'refuse the schema' : 'pass over it',
        certainties[certainty],
        `**${title}.** ${why}`,
        repair,
      ]),
    ),
    '',
  ].join('\n')

const kinds = Object.keys(changeKinds) as ChangeKind[]

const certainties = { certain: 'certain', guess: 'a guess', either: 'certain or a guess' } as const

const levelsOf = (kind: ChangeKind, audience: 'senders' | 'readers'): string => {
  const told: readonly Level[] = impactRules[kind].flatMap((rule) => rule.levels[audience])
  return levels
    .filter((level) => told.includes(level))
    .toReversed()
    .join(', ')
}

const rule: RuleId = { type: 'TRACK', key: 'Order Completed', version: 1 }

/** Changes of whole rules, which no table of schemas shows. */
const ofRules: readonly Change[] = [
  { kind: 'rule-added', rule, after: {} },
  { kind: 'rule-removed', rule, before: {} },
  { kind: 'rule-renamed', rule, before: 'Order Completed', after: 'Order Placed' },
]

const exampleOf = (kind: ChangeKind): string => {
  const ofRule = ofRules.find((change) => change.kind === kind)
  return ofRule
    ? describeChange(ofRule)
    : (schemaChangeCases.find((one) => one.kinds.length === 1 && one.kinds[0] === kind)?.sentence ?? '')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
]

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const code = (id: string): string => `\`${id}\``
