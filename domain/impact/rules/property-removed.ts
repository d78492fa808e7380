import { showPlace } from '../../diff/describe-change'
import { impactRule } from '../impact-rule'
import { breaking, safe } from '../opinions'

export const propertyRemovedFromOpenObject = impactRule({
  id: 'property-removed-from-open-object',
  judges: 'property-removed',
  title: 'A property was taken out of an object that takes other names',
  why: 'The schema says nothing about it any more; whether it passes is left to the source’s settings.',
  levels: { senders: ['safe'], readers: ['breaking'] },
  when: ({ open }) => open,
  senders: () =>
    safe('The schema still takes it; the name becomes unplanned, which a source may block or omit.'),
  readers: () => breaking('It may stay away, or arrive as anything.'),
})

export const propertyRemovedFromClosedObject = impactRule({
  id: 'property-removed-from-closed-object',
  judges: 'property-removed',
  title: 'A property was taken out of an object that takes planned names only',
  why: 'Who still sends it breaks the rule.',
  levels: { senders: ['breaking'], readers: ['safe', 'breaking'] },
  when: ({ open }) => !open,
  senders: ({ pointer }) => breaking(`Events with ${showPlace(pointer)} become violations.`),
  readers: ({ pointer, required }) =>
    required
      ? breaking(`${showPlace(pointer)} no longer arrives.`)
      : safe('It could be missing before; now it always is.'),
})
