import { expect, test } from 'vitest'
import { type AlertKind, type Happened, kindOfMoment } from './alert-kind'

test.each<[string, Partial<Happened>, AlertKind | null]>([
  ['first seen', { kind: 'seen-first' }, 'new'],
  ['come back', { kind: 'regressed' }, 'regressed'],
  ['given to somebody', { kind: 'assigned', actorId: 'sue', detail: { to: 'ann' } }, 'assigned'],
  ['given to nobody', { kind: 'assigned', actorId: 'sue', detail: { to: null } }, null],
  ['ignored until now', { kind: 'status', detail: { from: 'ignored', to: 'open' } }, 'ignore-over'],
  ['opened by somebody', { kind: 'status', actorId: 'sue', detail: { from: 'ignored', to: 'open' } }, null],
  ['ended', { kind: 'status', detail: { from: 'open', to: 'resolved' } }, null],
  ['to be fixed', { kind: 'fix-planned', actorId: 'sue' }, null],
])('a violation that is %s', (_name, happened, kind) => {
  expect(kindOfMoment({ kind: '', actorId: null, detail: {}, ...happened })).toBe(kind)
})
