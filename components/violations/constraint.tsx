import type { ViolationView } from '@/contracts/violation'
import { toldBy } from '@/domain/violations/told-by'
import { Code } from '../ui/code'
import { Facts } from '../ui/facts'
import { Section } from '../ui/section'
import { expectedAndGot } from './expected-and-got'

type ConstraintProps = {
  readonly violation: Pick<
    ViolationView,
    'type' | 'rawType' | 'message' | 'pointer' | 'schemaPointer' | 'rule'
  >
}

/** Which constraint of the plan was broken: what it wanted, what came, and the words of whoever found it. */
export const Constraint = ({ violation }: ConstraintProps) => {
  const read = expectedAndGot(violation)
  const bySegment = toldBy(violation) === 'segment'
  return (
    <Section title="Expected and got">
      {read ? (
        <dl className="grid gap-3 sm:grid-cols-2">
          <div className="border-good border-l-2 py-1 pl-3">
            <dt className="text-ink-3 text-xs">The plan expects</dt>
            <dd className="mt-0.5 break-words font-mono text-sm">{read.expected}</dd>
          </div>
          <div className="border-bad border-l-2 py-1 pl-3">
            <dt className="text-ink-3 text-xs">What came</dt>
            <dd className="mt-0.5 break-words font-mono text-sm">
              {read.got ?? (
                <span className="font-sans text-ink-2">
                  {bySegment
                    ? 'Segment does not forward the value.'
                    : 'The value stands in the recorded calls below, masked where it is personal.'}
                </span>
              )}
            </dd>
          </div>
        </dl>
      ) : null}
      <Facts
        items={[
          ...(bySegment
            ? [
                { name: "Segment's words", value: violation.message },
                { name: 'Its type', value: violation.rawType },
              ]
            : [
                { name: "Plumbline's words", value: violation.message },
                {
                  name: 'Found by',
                  value: 'Plumbline, in a call that was sent here or that plumbline validate read',
                },
              ]),
          ...(violation.pointer
            ? [{ name: 'Place in the call', value: <Code>{violation.pointer}</Code> }]
            : []),
          ...(violation.schemaPointer !== null
            ? [{ name: 'Place in the schema', value: <Code>{violation.schemaPointer || '/'}</Code> }]
            : []),
          ...(violation.rule.version === null
            ? [{ name: 'Rule', value: 'The plan has none for this call.' }]
            : []),
        ]}
      />
    </Section>
  )
}
