'use client'
import { GitCompareArrows } from 'lucide-react'
import { parseAsInteger, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Section } from '../ui/section'
import { ChangesBetween } from './changes-between'

type CompareVersionsProps = { readonly plan: string; readonly newest: number }

/** Any two versions side by side, the later one read as the change. The two stand in the address. */
export const CompareVersions = ({ plan, newest }: CompareVersionsProps) => {
  const [{ from, to }, compare] = useQueryStates({ from: parseAsInteger, to: parseAsInteger })
  const [typed, setTyped] = useState({ from: `${from ?? 1}`, to: `${to ?? newest}` })
  const exists = (version: number | null): version is number =>
    version !== null && Number.isInteger(version) && version >= 1 && version <= newest
  const asked = { from: Number(typed.from), to: Number(typed.to) }
  const isPair = exists(asked.from) && exists(asked.to) && asked.from !== asked.to
  const version = (side: 'from' | 'to', label: string) => (
    <Field label={label} className="w-28">
      <Input
        type="number"
        min={1}
        max={newest}
        value={typed[side]}
        onChange={(event) => setTyped((before) => ({ ...before, [side]: event.target.value }))}
      />
    </Field>
  )
  return (
    <Section title="Compare two versions" className="pb-8">
      <form
        aria-label="Compare two versions"
        noValidate
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isPair) compare(asked)
        }}
      >
        {version('from', 'From version')}
        {version('to', 'To version')}
        <Button type="submit" icon={<GitCompareArrows aria-hidden="true" />} disabled={!isPair}>
          Compare
        </Button>
        {exists(from) && exists(to) ? (
          <Button variant="ghost" onClick={() => compare({ from: null, to: null })}>
            Close
          </Button>
        ) : null}
      </form>
      {isPair ? null : (
        <p role="status" className="text-ink-3 text-sm">
          Two different versions from 1 to {newest}.
        </p>
      )}
      {exists(from) && exists(to) && from !== to ? (
        <div className="border-line border-y">
          <p className="pt-3 text-ink-2 text-sm">
            What version {to} has otherwise than version {from}
          </p>
          <ChangesBetween plan={plan} from={from} to={to} />
        </div>
      ) : null}
    </Section>
  )
}
