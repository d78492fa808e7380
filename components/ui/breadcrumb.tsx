import { Fragment } from 'react'
import { IntentLink } from './intent-link'

export type Crumb = { readonly label: string; readonly href?: string; readonly mono?: boolean }

/** Where one is. The last crumb is the page itself. */
export const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => (
  <nav aria-label="Breadcrumb" className="min-w-0">
    <ol className="flex min-w-0 items-center gap-1.5 text-sm">
      {crumbs.map((crumb, at) => (
        <Fragment key={`${crumb.label} ${crumb.href}`}>
          {at > 0 ? (
            <li aria-hidden="true" className="hidden text-ink-3 sm:block">
              /
            </li>
          ) : null}
          <li className={at === crumbs.length - 1 ? 'min-w-0 truncate' : 'hidden truncate sm:block'}>
            {crumb.href && at < crumbs.length - 1 ? (
              <IntentLink href={crumb.href} className="focus-ring rounded-sm text-ink-2 hover:text-ink">
                {crumb.label}
              </IntentLink>
            ) : (
              <span
                aria-current={at === crumbs.length - 1 ? 'page' : undefined}
                className={crumb.mono ? 'font-mono text-[0.95em]' : undefined}
              >
                {crumb.label}
              </span>
            )}
          </li>
        </Fragment>
      ))}
    </ol>
  </nav>
)
