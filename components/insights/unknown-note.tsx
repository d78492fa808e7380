import { pages } from '@/contracts/paths'
import { Note } from '../ui/note'
import { TextLink } from '../ui/text-link'
import type { Measure } from './measure'

/** Why a measure is not known, and what makes it known. */
export const UnknownNote = ({ id }: Pick<Measure, 'id'>) => <Note title="Not known yet">{reasons[id]}</Note>

const events = (
  <>
    How many events there were is not counted yet. Segment is asked every quarter of an hour about{' '}
    <TextLink href={pages.sources()}>sources</TextLink> that follow a plan, and its answers are added up every
    five minutes.
  </>
)
const plan = 'No tracking plan has been read from Segment in this time.'

const reasons = {
  'per-million': events,
  resolve: (
    <>
      No violation was resolved in this time. Whoever mends one says so on the{' '}
      <TextLink href={pages.violations()}>board</TextLink>, or publishes its fix.
    </>
  ),
  coverage: events,
  described: plan,
  owned: plan,
} as const
