'use client'
import { useSyncExternalStore } from 'react'
import { Input } from './input'

type InstantInputProps = {
  /** ISO 8601 in UTC; null while none is chosen. */
  readonly value: string | null
  readonly onValueChange: (value: string | null) => void
}

const never = () => () => {}

/** Day and time by the reader's own clock, which the server does not know. */
export const InstantInput = ({ value, onValueChange }: InstantInputProps) => {
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Input
      type="datetime-local"
      value={isHere && value !== null ? localText(new Date(value)) : ''}
      onValueChange={(text) => {
        const instant = new Date(text)
        onValueChange(Number.isNaN(instant.getTime()) ? null : instant.toISOString())
      }}
    />
  )
}

/** `2026-01-05T09:30`, as the control has it. */
const localText = (instant: Date): string =>
  new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
