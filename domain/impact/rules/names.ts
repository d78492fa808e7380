import { impactRule } from '../impact-rule'
import { breaking, nothingNew, safe, stillAccepted } from '../opinions'

export const namesClosed = impactRule({
  id: 'names-closed',
  judges: 'names-closed',
  title: 'An object takes planned names only',
  why: 'Names that nobody planned were ignored until now, and are violations of the schema from now on.',
  levels: { senders: ['safe'], readers: ['safe'] },
  senders: () => safe('Only someone who already sends a name that the plan does not list would notice.'),
  readers: () => nothingNew,
})

export const namesOpened = impactRule({
  id: 'names-opened',
  judges: 'names-opened',
  title: 'An object takes other names, too',
  why: 'Columns may appear that nobody knows.',
  levels: { senders: ['safe'], readers: ['breaking'] },
  senders: () => stillAccepted,
  readers: () => breaking('Names that the plan does not list may arrive.'),
})
