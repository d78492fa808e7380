import type { OverviewView } from '@/contracts/overview'
import { Avatar } from '../ui/avatar'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'

/** What happened lately, newest first. */
export const Activity = ({ entries }: { readonly entries: OverviewView['activity'] }) => (
  <Section title="Recent activity">
    {entries.length === 0 ? (
      <p className="text-ink-2 text-sm">Nothing has happened yet.</p>
    ) : (
      <ol className="flex flex-col gap-3">
        {entries.map(({ at, by, kind, sentence, href }) => (
          <li key={`${at} ${kind} ${href}`} className="flex items-start gap-2.5 text-sm">
            <Avatar name={by} className="mt-0.5" />
            <p className="min-w-0 flex-1 break-words text-ink-2">
              <span className="font-medium text-ink">{by}</span>{' '}
              {href ? (
                <IntentLink href={href} className="focus-ring rounded-sm hover:text-accent hover:underline">
                  {sentence}
                </IntentLink>
              ) : (
                sentence
              )}{' '}
              <RelativeTime at={at} className="whitespace-nowrap text-ink-3 text-xs" />
            </p>
          </li>
        ))}
      </ol>
    )}
  </Section>
)
