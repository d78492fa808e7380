'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LintSettingsView, SaveLintSettings } from '@/contracts/lint-settings'
import { jsonEqual } from '@/domain/plan/json-equal'
import type { Action } from '../data/action'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Select } from '../ui/select'
import { toast } from '../ui/toast'

export type SaveLintSettingsAction = Action<{ readonly plan: string } & SaveLintSettings, LintSettingsView>

type LintFormProps = {
  readonly plan: string
  readonly view: LintSettingsView
  readonly saveLintSettings: SaveLintSettingsAction
}

type LintRule = LintSettingsView['rules'][number]
type Level = LintRule['usual'] | 'off'

const levels = { error: 'Error', warning: 'Warning', info: 'Hint', off: 'Off' } as const satisfies Record<
  Level,
  string
>

/** Every rule of lint with how severe the plan sees it; the words alone for whoever may not change it. */
export const LintForm = ({ plan, view, saveLintSettings }: LintFormProps) => {
  const queries = useQueryClient()
  const [settings, setSettings] = useState(view.settings)
  const saving = useMutation({
    mutationFn: () => unwrapAction(saveLintSettings({ plan, settings, revision: view.revision })),
    onSuccess: async (saved) => {
      toast.success('Open requests are being checked anew')
      queries.setQueryData(['lint-settings', plan], saved)
      await queries.invalidateQueries({ queryKey: ['change-requests'] })
    },
  })
  const setLevel = ({ id, usual }: LintRule, level: Level) =>
    setSettings(({ severities: { [id]: _, ...others }, ...rest }) => ({
      ...rest,
      severities: level === usual ? others : { ...others, [id]: level },
    }))
  const changed = !jsonEqual(settings, view.settings)
  return (
    <form
      aria-label="Lint"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Checkbox
        checked={settings.errorsBlock}
        disabled={!view.can.change}
        onCheckedChange={(errorsBlock) => setSettings((before) => ({ ...before, errorsBlock }))}
        label="An error that a request brings in keeps it from being published"
      />
      <ul className="divide-y divide-line border-line border-y">
        {view.rules.map((rule) => (
          <LintRuleRow
            key={rule.id}
            rule={rule}
            level={settings.severities[rule.id] ?? rule.usual}
            onChange={view.can.change ? (level) => setLevel(rule, level) : null}
          />
        ))}
      </ul>
      {saving.error ? (
        <FailureNote
          error={saving.error}
          {...(isFailure(saving.error, 'stale')
            ? { onRetry: () => queries.invalidateQueries({ queryKey: ['lint-settings', plan] }) }
            : {})}
        />
      ) : null}
      {view.can.change ? (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" pending={saving.isPending} disabled={!changed}>
            Save
          </Button>
          {changed ? (
            <Button variant="ghost" onClick={() => setSettings(view.settings)}>
              Undo the changes
            </Button>
          ) : null}
        </div>
      ) : null}
    </form>
  )
}

type LintRuleRowProps = {
  readonly rule: LintRule
  readonly level: Level
  readonly onChange: ((level: Level) => void) | null
}

const LintRuleRow = ({ rule, level, onChange }: LintRuleRowProps) => (
  <li className="grid items-center gap-x-6 gap-y-2 py-2.5 sm:grid-cols-[1fr_auto]">
    <div className="min-w-0">
      <p className="text-sm">
        {rule.title} <span className="ml-1 font-mono text-ink-3 text-xs">{rule.id}</span>
      </p>
      <p className="max-w-prose text-ink-2 text-xs">{rule.why}</p>
    </div>
    {onChange ? (
      <Select
        label={`Severity of ${rule.id}`}
        value={level}
        onValueChange={onChange}
        options={(Object.keys(levels) as Level[]).map((value) => ({
          value,
          label: levels[value],
          ...(value === rule.usual ? { hint: 'usual' } : {}),
        }))}
        className="w-32"
      />
    ) : (
      <span className="text-ink-2 text-sm">{levels[level]}</span>
    )}
  </li>
)
