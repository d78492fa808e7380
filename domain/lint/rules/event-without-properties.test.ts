import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('event-without-properties', [
  ['none', [anEvent('A'), anEvent('B', {}, { required: [] })], ['A', 'B']],
  ['one', [anEvent('A', { a: text })], []],
  ['Segment’s own', [anEvent('Segment Consent Preference Updated')], []],
])
