'use client'
import { Field as BaseField } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { cn } from './cn'

type FieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong, in a sentence; null or absent when nothing is. */
  readonly error?: string | null
  readonly optional?: boolean
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Label, control, hint and error, tied together for screen readers. */
export const Field = ({ label, hint, error, optional, hideLabel, className, children }: FieldProps) => (
  <BaseField.Root invalid={Boolean(error)} className={cn('flex min-w-0 flex-col gap-1', className)}>
    <BaseField.Label className={cn('font-medium text-ink text-sm', hideLabel && 'sr-only')}>
      {label}
      {optional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
    </BaseField.Label>
    {children}
    {hint ? <BaseField.Description className="text-ink-3 text-xs">{hint}</BaseField.Description> : null}
    {error ? (
      <BaseField.Error match className="text-bad text-xs">
        {error}
      </BaseField.Error>
    ) : null}
  </BaseField.Root>
)
