import { type Detector, matchesOf } from './detector'

export const email: Detector = {
  id: 'email',
  title: 'E-mail addresses',
  takes: 'Something, an @ and a domain with a dot; also percent-encoded.',
  may: (text) => text.includes('@') || text.includes('%40'),
  // Bounded repetitions: addresses are no longer (RFC 5321), and a long text without an end is looked at once.
  find: matchesOf(/[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu),
}
