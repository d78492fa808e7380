import { CircleCheck } from 'lucide-react'
import type { OverviewView } from '@/contracts/overview'
import { LinkButton } from '../ui/link-button'
import { Section } from '../ui/section'
import { Status } from '../ui/status'

/** The few things that would help most, each with its count and its button. */
export const Suggestions = ({ items }: { readonly items: OverviewView['suggestions'] }) => (
  <Section title="What would help most">
    {items.length === 0 ? (
      <Status tone="good" icon={CircleCheck}>
        Nothing asks for attention.
      </Status>
    ) : (
      <ul className="border-line border-t">
        {items.map(({ count, sentence, href, action }) => (
          <li
            key={`${href} ${sentence}`}
            className="flex min-h-11 items-center gap-3 border-line border-b py-1.5 text-sm"
          >
            <span className="min-w-10 shrink-0 font-semibold text-base tabular-nums">
              {count.toLocaleString('en')}
            </span>
            <span className="min-w-0 flex-1 break-words text-ink-2">{sentence}</span>
            <LinkButton size="sm" href={href} aria-label={`${action}: ${count} ${sentence}`}>
              {action}
            </LinkButton>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
