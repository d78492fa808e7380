import type { Opinion } from './verdict'

export const safe = (why: string): Opinion => ({ level: 'safe', why })

export const breaking = (why: string): Opinion => ({ level: 'breaking', why })

export const unknown = (why: string): Opinion => ({ level: 'unknown', why })

export const documentation = (why: string): Opinion => ({ level: 'documentation', why })

/** For senders: what was accepted still is. */
export const stillAccepted = safe('Everything that was accepted still is.')

/** For readers: nothing new arrives. */
export const nothingNew = safe('Readers meet nothing that they could not meet before.')

export const refusalNotEstablished = (what: string): Opinion =>
  unknown(`Whether ${what} refuses events that were fine has not been established.`)

export const noveltyNotEstablished = (what: string): Opinion =>
  unknown(`Whether ${what} lets something new arrive has not been established.`)
