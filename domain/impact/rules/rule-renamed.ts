import { showName } from '../../diff/show-name'
import { impactRule } from '../impact-rule'
import { breaking } from '../opinions'

export const eventRenamed = impactRule({
  id: 'event-renamed',
  judges: 'rule-renamed',
  title: 'An event goes on under another name',
  why: 'Names are matched letter by letter, in apps and in warehouses.',
  levels: { senders: ['breaking'], readers: ['breaking'] },
  senders: ({ before }) =>
    breaking(`Events that are still called ${showName(before ?? '')} become unplanned.`),
  readers: ({ before }) => breaking(`What reads ${showName(before ?? '')} gets nothing under that name.`),
})
