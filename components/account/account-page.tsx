import type { ReactNode } from 'react'
import { Logo } from '../ui/logo'

type AccountPageProps = { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode }

/** The pages before one is signed in: one column, nothing beside it. */
export const AccountPage = ({ title, lead, children }: AccountPageProps) => (
  <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-5 py-12">
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-2.5 font-semibold text-base tracking-tight">
        <Logo className="size-7" />
        Plumbline
      </p>
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        <p className="mt-1 text-ink-2">{lead}</p>
      </div>
    </div>
    {children}
  </main>
)
