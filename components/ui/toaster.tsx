'use client'
import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { buttonStyle } from './button-style'
import { cn } from './cn'
import { toasts } from './toast'

const icons = {
  good: <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-good" />,
  bad: <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />,
  quiet: <Info aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-3" />,
} as const

/** Shows what `toast` was given. Once, in the root layout. */
export const Toaster = () => (
  <Toast.Provider toastManager={toasts} limit={4}>
    <Toast.Portal>
      <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-hidden">
        <Toasts />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
)

const Toasts = () => {
  const manager = Toast.useToastManager()
  return manager.toasts.map((each) => (
    <Toast.Root
      key={each.id}
      toast={each}
      className="rounded-lg border border-line bg-surface shadow-float transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0 motion-reduce:transition-none"
    >
      <Toast.Content className="flex items-start gap-2.5 p-3">
        {icons[each.type as keyof typeof icons] ?? icons.quiet}
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium text-ink text-sm" render={<p />} />
          <Toast.Description className="text-ink-2 text-sm" />
          <Toast.Action className={cn(buttonStyle({ size: 'sm' }), 'mt-2 empty:hidden')} />
        </div>
        <Toast.Close
          aria-label="Dismiss"
          className={cn(buttonStyle({ variant: 'ghost', size: 'icon-sm' }), '-m-1')}
        >
          <X aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
