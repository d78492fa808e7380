import { showPlace } from '../../diff/describe-change'
import { impactRule } from '../impact-rule'
import { breaking, nothingNew, stillAccepted } from '../opinions'

export const propertyRequired = impactRule({
  id: 'property-required',
  judges: 'property-required',
  title: 'A property became required',
  why: 'Who left it away followed the old plan.',
  levels: { senders: ['breaking'], readers: ['safe'] },
  senders: ({ pointer }) => breaking(`Events without ${showPlace(pointer)} become violations.`),
  readers: () => nothingNew,
})

export const propertyOptional = impactRule({
  id: 'property-optional',
  judges: 'property-optional',
  title: 'A property became optional',
  why: 'What reads it may rely on its being there.',
  levels: { senders: ['safe'], readers: ['breaking'] },
  senders: () => stillAccepted,
  readers: ({ pointer }) => breaking(`Events may arrive without ${showPlace(pointer)}.`),
})
