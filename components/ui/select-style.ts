import { cn } from './cn'
import { controlStyle } from './control-style'
import type { SelectProps } from './select-props'

/** What is pressed to choose one of some values. */
export const selectStyle = ({
  size,
  mono,
  className,
}: Pick<SelectProps<string>, 'size' | 'mono' | 'className'>) =>
  cn(
    controlStyle,
    'flex cursor-default items-center justify-between gap-2 text-left',
    size === 'sm' ? 'h-7 px-2 text-xs' : 'h-8 px-2.5',
    mono && 'font-mono',
    className,
  )
