import type { OverviewView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { StageRow } from '../targets/stage-row'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'

/** Head and live of every stage of each line, and how far it is behind; nothing where no plan follows another. */
export const StageLines = ({ lines }: Pick<OverviewView, 'lines'>) =>
  lines.length === 0 ? null : (
    <Section title="Stages">
      {lines.map((line) => {
        const [first] = line
        if (first === undefined) return null
        const byPlan = new Map(line.map((target) => [target.plan.id, target]))
        return (
          <ol
            key={first.plan.id}
            aria-label={`Stages of ${first.plan.name}`}
            className="border-line border-t"
          >
            {line.map((target) => (
              <StageRow
                key={target.plan.id}
                target={target}
                upstream={target.follows === null ? undefined : byPlan.get(target.follows)}
              >
                {target.behind ? (
                  <TextLink
                    href={pages.targets(target.plan.id)}
                    aria-label={`Promote to ${target.stage ?? target.plan.name}`}
                    className="text-sm"
                  >
                    Promote
                  </TextLink>
                ) : null}
              </StageRow>
            ))}
          </ol>
        )
      })}
    </Section>
  )
