'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { GroupView, Policy } from '@/contracts/policy'
import { ruleTypes } from '@/domain/plan/rule'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { labelOfText, labelText } from './policy-words'

type Ownership = Policy['ownerships'][number]

type OwnershipListProps = {
  readonly ownerships: readonly Ownership[]
  readonly groups: readonly GroupView[]
  /** What the server found wrong, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (ownerships: Ownership[]) => void
}

const anyType = { value: 'any', label: 'any type' } as const

/** Areas of the plan, each with the group that has to agree to changes of it. */
export const OwnershipList = ({ ownerships, groups, errors, onChange }: OwnershipListProps) => {
  const set = (at: number, change: Partial<Ownership>) =>
    onChange(ownerships.map((area, i) => (i === at ? { ...area, ...change } : area)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">Areas that take one of their owners</legend>
      {ownerships.length === 0 ? (
        <p className="text-ink-3 text-sm">
          {groups.length === 0
            ? 'Make a group below first; then an area can be given to it.'
            : 'None: anybody who reviews may approve any event.'}
        </p>
      ) : (
        <ul aria-label="Areas" className="border-line border-t">
          {ownerships.map((area, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: areas have no identity of their own, and none keeps a state
            <li key={at} className="border-line border-b py-3">
              <AreaFields
                area={area}
                groups={groups}
                errorOf={(name) => errors[`policy.ownerships.${at}.${name}`] ?? null}
                onChange={(change) => set(at, change)}
                onRemove={() => onChange(ownerships.filter((_, i) => i !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          disabled={groups.length === 0}
          onClick={() =>
            onChange([
              ...ownerships,
              { name: '', type: null, key: null, label: null, group: groups[0]?.id ?? '' },
            ])
          }
        >
          Add an area
        </Button>
      </div>
    </fieldset>
  )
}

type AreaFieldsProps = {
  readonly area: Ownership
  readonly groups: readonly GroupView[]
  readonly errorOf: (name: string) => string | null
  readonly onChange: (change: Partial<Ownership>) => void
  readonly onRemove: () => void
}

const AreaFields = ({ area, groups, errorOf, onChange, onRemove }: AreaFieldsProps) => (
  <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-[1.2fr_0.8fr_1.2fr_1.2fr_1.2fr_auto]">
    <Field label="Area" error={errorOf('name')}>
      <Input
        value={area.name}
        placeholder="Checkout"
        onValueChange={(name) => onChange({ name })}
        autoComplete="off"
      />
    </Field>
    <Field label="Type">
      <Select
        value={area.type ?? anyType.value}
        onValueChange={(type) => onChange({ type: type === anyType.value ? null : type })}
        options={[anyType, ...ruleTypes.map((type) => ({ value: type, label: type }))]}
      />
    </Field>
    <Field label="Events called" hint="* for any text" error={errorOf('key')}>
      <Input
        mono
        value={area.key ?? ''}
        placeholder="Order *"
        onValueChange={(key) => onChange({ key: key === '' ? null : key })}
        autoComplete="off"
      />
    </Field>
    <Field label="With the label" error={errorOf('label.name')}>
      <Input
        mono
        value={labelText(area.label)}
        placeholder="team=checkout"
        onValueChange={(text) => onChange({ label: labelOfText(text) })}
        autoComplete="off"
      />
    </Field>
    <Field label="Owned by" error={errorOf('group')}>
      <Select
        value={area.group}
        onValueChange={(group) => onChange({ group })}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="a group"
      />
    </Field>
    <Button
      size="icon-sm"
      variant="ghost"
      aria-label={`Remove ${area.name === '' ? 'the area' : area.name}`}
      title="Remove"
      icon={<Trash2 aria-hidden="true" />}
      onClick={onRemove}
      className="xl:mt-6"
    />
  </div>
)
