import type { CheckFinding } from '@/contracts/change-request'
import { FindingList } from '../schema/finding-list'
import { Section } from '../ui/section'

type LintSectionProps = {
  readonly findings: readonly CheckFinding[]
  /** Why lint has nothing to say. */
  readonly unlinted: string | undefined
}

/** What will hurt later, while it is being written. */
export const LintSection = ({ findings, unlinted }: LintSectionProps) =>
  findings.length === 0 && !unlinted ? null : (
    <Section title="What lint finds">
      {unlinted ? <p className="text-ink-3 text-sm">{unlinted}</p> : <FindingList findings={findings} />}
    </Section>
  )
