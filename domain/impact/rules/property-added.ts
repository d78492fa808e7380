import { showPlace } from '../../diff/describe-change'
import { impactRule } from '../impact-rule'
import { breaking, safe } from '../opinions'

const unread = safe('What did not know the property need not look at it.')

export const requiredPropertyAdded = impactRule({
  id: 'required-property-added',
  judges: 'property-added',
  title: 'A required property was added',
  why: 'Apps in the field do not send it yet.',
  levels: { senders: ['breaking'], readers: ['safe'] },
  when: ({ required }) => required,
  senders: ({ pointer }) => breaking(`Events without ${showPlace(pointer)} become violations.`),
  readers: () => unread,
})

export const optionalPropertyAdded = impactRule({
  id: 'optional-property-added',
  judges: 'property-added',
  title: 'An optional property was added',
  why: 'Nobody has to send it.',
  levels: { senders: ['safe'], readers: ['safe'] },
  when: ({ required }) => !required,
  senders: () => safe('Only someone who already sends another thing by this name would notice.'),
  readers: () => unread,
})
