import { impactRule } from '../impact-rule'
import { breaking, nothingNew, stillAccepted } from '../opinions'

export const namesClosed = impactRule({
  id: 'names-closed',
  judges: 'names-closed',
  title: 'An object takes planned names only',
  why: 'A name that nobody planned was ignored until now.',
  senders: () => breaking('Events with names that the plan does not list become violations.'),
  readers: () => nothingNew,
})

export const namesOpened = impactRule({
  id: 'names-opened',
  judges: 'names-opened',
  title: 'An object takes other names, too',
  why: 'Columns may appear that nobody knows.',
  senders: () => stillAccepted,
  readers: () => breaking('Names that the plan does not list may arrive.'),
})
