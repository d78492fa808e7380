import { isPersonalName } from '../../plan/personal-data'
import { wordsOf } from '../../plan/words'

/**
 * Whether what stands under a name is masked whatever it looks like: secrets, and what tells who a person is. The ids
 * of people in Segment's calls are among them.
 */
export const isSensitiveName = (name: string): boolean => {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const words = wordsOf(name)
  const sensitive = people.has(name) || secret.test(` ${words.join(' ')} `) || isPersonalName(name)
  // Names come from outside: what is remembered has an end.
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(name, sensitive)
  return sensitive
}

const people: ReadonlySet<string> = new Set(['userId', 'anonymousId', 'previousId', 'ip'])

const secret =
  / (pass|password|passwd|passphrase|passcode|pwd|secret|secrets|token|tokens|api ?keys?|access keys?|private keys?|auth (key|header)|authorization|credentials?|cookies?|session (id|key)|sid|jwt|bearer|ssn|social security|national id|personal number|personnummer|tax id|passport|driver s? ?licen[cs]e|cvv|cvv2|cvc|cvc2|csc|pin|otp|card number|card no|pan|iban|account number|routing number|sort code|user ?name|nick ?name|device id|advertising id|idfa|gaid|idfv) /

const remembered = new Map<string, boolean>()
const mostRemembered = 10_000
