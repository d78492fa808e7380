import { type Detector, matchesOf } from './detector'

/** Tokens by their form: JSON Web Tokens (RFC 7519), what follows "Bearer" and "Basic", and keys as services make them. */
export const token: Detector = {
  id: 'token',
  title: 'Tokens and keys',
  takes:
    'JSON Web Tokens, what follows "Bearer" or "Basic", keys with a known beginning, and 32 letters and digits in a row.',
  may: (text) => /eyJ|bearer|basic|-----|[\w+/-]{12}/i.test(text),
  find: (text) => [
    ...webTokens(text),
    ...credentials(text),
    ...known(text),
    ...privateKeys(text),
    ...long(text),
  ],
}

const webTokens = matchesOf(/(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g)
const credentials = matchesOf(/(?<=\b(?:bearer|basic)[ :]{1,3})[\w.~+/=-]{8,}/gi)
const known = matchesOf(
  /(?<![A-Za-z\d])(?:(?:sk|pk|rk)_(?:live|test)_\w{8,}|sk-[\w-]{16,}|gh[opsur]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|(?:AKIA|ASIA)[A-Z\d]{12,}|AIza[\w-]{30,}|SG\.[\w-]{10,}\.[\w-]{10,}|npm_\w{20,}|hooks\.slack\.com\/services\/[\w/]{10,})/g,
)
const privateKeys = matchesOf(/-----BEGIN [A-Z ]{2,30}-----[\w+/=\s]*/g)
const uuid = /^[\da-f]{8}(-?[\da-f]{4}){3}-?[\da-f]{12}$/i
const long = matchesOf(
  /(?<![\w/+-])[A-Za-z\d_+/-]{32,}={0,2}/g,
  (match) => !uuid.test(match) && /\d/.test(match) && /[A-Za-z]/.test(match) && mixes(match),
)

/** Words joined by signs are no key: a key changes between letters and digits again and again. */
const mixes = (text: string): boolean => (text.match(/[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0) >= 4
