import { cva, type VariantProps } from 'class-variance-authority'

/** How buttons look, for real buttons and for links that read as buttons. */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium',
    'focus-ring transition-colors duration-100',
    'disabled:cursor-not-allowed disabled:opacity-50 data-disabled:cursor-not-allowed data-disabled:opacity-50',
    '[&_svg]:size-3.5 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-accent-fill text-accent-on hover:bg-accent-fill-hover',
        secondary: 'border border-line-strong bg-surface text-ink hover:bg-hover',
        ghost: 'text-ink-2 hover:bg-hover hover:text-ink',
        danger: 'bg-bad-fill text-bad-on hover:bg-bad-fill-hover',
        quiet: 'text-accent hover:bg-accent-soft',
      },
      size: {
        sm: 'h-7 px-2 text-xs',
        md: 'h-8 px-3 text-sm',
        lg: 'h-10 px-4 text-sm',
        icon: 'size-8 text-sm [&_svg]:size-4',
        'icon-sm': 'size-7 text-xs',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>
