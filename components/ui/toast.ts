import { Toast } from '@base-ui/react/toast'

/** Where toasts go; `Toaster` shows them. */
export const toasts = Toast.createToastManager()

type Options = {
  readonly description?: string
  readonly action?: { readonly label: string; readonly onSelect: () => void }
}

const add = (type: 'good' | 'bad' | 'quiet', title: string, { description, action }: Options = {}) =>
  toasts.add({
    type,
    title,
    description,
    // A failure stays until it is read.
    timeout: type === 'bad' ? 0 : 5_000,
    priority: type === 'bad' ? 'high' : 'low',
    ...(action && { actionProps: { children: action.label, onClick: action.onSelect } }),
  })

/** Short news about something just done. What a person must act on belongs on the page instead. */
export const toast = {
  success: (title: string, options?: Options) => add('good', title, options),
  error: (title: string, options?: Options) => add('bad', title, options),
  info: (title: string, options?: Options) => add('quiet', title, options),
} as const
