import { impactRule } from '../impact-rule'
import { documentation } from '../opinions'

const senders = () => documentation('Validation does not see it.')
const readers = () => documentation('What arrives stays the same.')

export const descriptionChanged = impactRule({
  id: 'description-changed',
  judges: 'description-changed',
  title: 'A description changed',
  why: 'People may understand the event in another way; validation does not see it.',
  levels: { senders: ['documentation'], readers: ['documentation'] },
  senders,
  readers,
})

export const labelsChanged = impactRule({
  id: 'labels-changed',
  judges: 'labels-changed',
  title: 'Labels changed',
  why: 'They say who owns an event and where it belongs; validation does not see them.',
  levels: { senders: ['documentation'], readers: ['documentation'] },
  senders,
  readers,
})

export const metadataChanged = impactRule({
  id: 'metadata-changed',
  judges: 'metadata-changed',
  title: 'Something changed that validation does not see',
  why: 'A title, an example, a mark of an editor, or another way of writing the same.',
  levels: { senders: ['documentation'], readers: ['documentation'] },
  senders,
  readers,
})
