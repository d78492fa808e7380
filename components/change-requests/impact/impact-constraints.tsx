import type { ReplayConstraintView } from '@/contracts/replay'
import { Code } from '../../ui/code'
import { ruleTitle } from '../../ui/rule-title'
import { Table, Td, Th } from '../../ui/table'
import { estimateWords } from './estimate-words'

/** More are only counted. */
const most = 50

/** What exactly breaks or is fixed: the constraint, and how many received calls break it only before or only after. */
export const ImpactConstraints = ({
  constraints,
}: {
  readonly constraints: readonly ReplayConstraintView[]
}) => {
  const changed = constraints.filter(({ broken, fixed }) => broken > 0 || fixed > 0)
  if (changed.length === 0) return <p className="text-ink-2">No constraint is broken more or less often.</p>
  return (
    <Table aria-label="By constraint">
      <thead>
        <tr>
          <Th>Constraint</Th>
          <Th className="text-right">Newly broken</Th>
          <Th className="text-right">Fixed</Th>
        </tr>
      </thead>
      <tbody>
        {changed.slice(0, most).map(({ rule, pointer, type, message, estimated }) => (
          <tr key={`${rule ? ruleTitle(rule) : ''} ${pointer} ${type}`}>
            <Td className="min-w-48">
              <span className="block text-ink">
                {rule ? `${ruleTitle(rule)}: ` : ''}
                {message}
              </span>
              <Code className="text-xs">{pointer || '(the whole message)'}</Code>
            </Td>
            <Td className="whitespace-nowrap text-right tabular-nums">{estimateWords(estimated.broken)}</Td>
            <Td className="whitespace-nowrap text-right tabular-nums">{estimateWords(estimated.fixed)}</Td>
          </tr>
        ))}
        {changed.length > most ? (
          <tr>
            <Td colSpan={3} className="text-ink-3">
              and {changed.length - most} more
            </Td>
          </tr>
        ) : null}
      </tbody>
    </Table>
  )
}
