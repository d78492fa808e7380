'use client'
import { useQuery } from '@tanstack/react-query'
import { pages } from '@/contracts/paths'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { StageList } from './stage-list'
import { targetsQuery } from './target-queries'
import type { PromoteAction } from './use-promote'

/** The line that a plan stands in, for the page of that plan; nothing for a plan that stands alone. */
export const PlanStages = ({ plan, promote }: { readonly plan: string; readonly promote: PromoteAction }) => {
  const { data: line } = useQuery(targetsQuery(plan))
  if (!line || line.data.length < 2) return null
  return (
    <Section
      title="Stages"
      className="pb-6"
      actions={
        line.can.manage ? (
          <TextLink href={pages.targets(plan)} className="text-sm">
            Change the stages
          </TextLink>
        ) : null
      }
    >
      <StageList plan={plan} line={line} promote={promote} />
    </Section>
  )
}
