import { aRule } from '../../plan/a-rule.cases'
import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('reserved-name', [
  [
    'columns of the call',
    [anEvent('A', { userId: text, received_at: text, context_ip: text })],
    ['A /properties/userId', 'A /properties/received_at', 'A /properties/context_ip'],
  ],
  ['tables beside those of events', [anEvent('Users'), anEvent('Pages')], ['Users', 'Pages']],
  [
    'inside an object, and names of one’s own',
    [anEvent('User Pages', { order: { properties: { id: text } }, user_name: text })],
    [],
  ],
  ['traits', [aRule(null, '{"properties":{"traits":{"properties":{"id":{}}}}}', 'IDENTIFY')], []],
])
