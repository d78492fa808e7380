import type { PolicyView } from '@/contracts/policy'
import { policyWords } from './policy-words'

/** The policy as it stands, to read. */
export const PolicySentences = ({ policy, groups }: Pick<PolicyView, 'policy' | 'groups'>) => (
  <ul aria-label="The policy" className="flex max-w-prose list-disc flex-col gap-1 pl-5">
    {policyWords(policy, groups).map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
)
