'use client'
import type { AlertRuleView } from '@/contracts/alert'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Segmented } from '../ui/segmented'
import type { AlertRuleDraft } from './alert-rule-draft'
import { channelWords } from './alert-words'

type AlertTargetFieldsProps = {
  readonly rule: AlertRuleView | null
  readonly draft: AlertRuleDraft
  readonly set: (change: Partial<AlertRuleDraft>) => void
  readonly wrong: Readonly<Record<string, string>>
}

/** Where alerts go. Addresses are not shown again, so a rule that is there keeps its own until another is asked for. */
export const AlertTargetFields = ({ rule, draft, set, wrong }: AlertTargetFieldsProps) => (
  <fieldset className="flex flex-col gap-3">
    <legend className="mb-1 font-medium text-sm">Where it goes</legend>
    {rule ? (
      <Checkbox
        checked={draft.isElsewhere}
        onCheckedChange={(isElsewhere) => set({ isElsewhere })}
        label={`Somewhere else than ${channelWords[rule.channel]} to ${rule.goesTo}`}
      />
    ) : null}
    {draft.isElsewhere ? (
      <>
        <Segmented
          label="Channel"
          value={draft.channel}
          onValueChange={(channel) => set({ channel })}
          options={(['slack', 'webhook', 'email'] as const).map((value) => ({
            value,
            label: channelWords[value],
          }))}
        />
        {wrong['target.kind'] ? <p className="text-bad text-xs">{wrong['target.kind']}</p> : null}
        {draft.channel === 'email' ? (
          <>
            <Field label="Addresses" hint="Separated by commas." error={addressError(wrong)}>
              <Input value={draft.to} onValueChange={(to) => set({ to })} autoComplete="off" />
            </Field>
            <Checkbox
              checked={draft.assignee}
              onCheckedChange={(assignee) => set({ assignee })}
              label="Whoever the violation is assigned to"
            />
          </>
        ) : (
          <Field
            label="Address"
            hint={
              draft.channel === 'slack'
                ? 'An incoming webhook of Slack: https://hooks.slack.com/services/…'
                : 'Signed with a secret that is shown once the rule is made.'
            }
            error={wrong['target.url'] ?? null}
          >
            <Input
              mono
              type="url"
              value={draft.url}
              onValueChange={(url) => set({ url })}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
        )}
      </>
    ) : null}
  </fieldset>
)

/** Of the addresses as a whole, or of the first that is none. */
const addressError = (wrong: Readonly<Record<string, string>>): string | null =>
  Object.entries(wrong).find(([path]) => path === 'target.to' || path.startsWith('target.to.'))?.[1] ?? null
