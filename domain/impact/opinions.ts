import type { Opinion } from './verdict'

export const safe = (why: string): Opinion => ({ level: 'safe', why })

export const breaking = (why: string): Opinion => ({ level: 'breaking', why })

export const unknown = (why: string): Opinion => ({ level: 'unknown', why })

export const documentation = (why: string): Opinion => ({ level: 'documentation', why })
