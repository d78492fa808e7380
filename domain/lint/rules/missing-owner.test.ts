import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

const labelled = (key: string, labels: { readonly [name: string]: string }) =>
  anEvent(key, { a: text }, {}, { labels })

finds('missing-owner', [
  ['some have', [labelled('A', { team: 'shop' }), anEvent('B')], ['B']],
  ['an empty one is none', [labelled('A', { team: 'shop' }), labelled('B', { team: ' ' })], ['B']],
  ['an owner will do', [labelled('A', { team: 'shop' }), labelled('B', { Owner: 'ann' })], []],
  ['none has', [anEvent('A'), labelled('B', { area: 'shop' })], []],
])
