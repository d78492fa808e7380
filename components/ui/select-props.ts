import type { ReactNode } from 'react'

export type SelectOption<V extends string> = {
  readonly value: V
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
}

export type SelectProps<V extends string> = {
  readonly value: V | null
  readonly onValueChange: (value: V) => void
  readonly options: readonly SelectOption<V>[]
  /** Names the control where no `Field` does. */
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly mono?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}
