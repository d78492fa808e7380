import { isJsonObject, type JsonObject } from './json'
import { wordsOf } from './words'

const people =
  '(account holder|billing|buyer|client|contact|customer|employee|guest|lead|member|owner|patient|person|recipient|sender|shipping|student|user|visitor|work|home)'
const data =
  '((e ?)?mail( address)?|(first|last|full|middle|given|family|birth|maiden) ?name|surname|(mobile |cell )?(phone|telephone)( (number|no))?|mobile( number)?|ssn|social security( number)?|passport( (number|no))?|drivers? licen[cs]e( number)?|national id|tax id|birth ?(day|date)|date of birth|dob|(street |home |postal )?address|address (line )?\\d|street|zip( code)?|post ?code|postal code|ip( address)?|password|latitude|longitude)'
const personal = new RegExp(`^(${people} )?${data}$`)

/** Whether a property of this name usually holds personal data. */
export const isPersonalName = (name: string): boolean => personal.test(wordsOf(name).join(' '))

const formats: ReadonlySet<unknown> = new Set(['email', 'idn-email', 'ipv4', 'ipv6'])

export const isPersonalFormat = (format: unknown): boolean => formats.has(format)

const mark = /\b(pii|phi|personal|personally|privacy|sensitive|gdpr)\b/i

/** Whether a label or the description of a schema says that it holds personal data. */
export const isMarkedPersonal = ({ labels, description }: JsonObject): boolean =>
  (isJsonObject(labels) &&
    Object.entries(labels).some(([name, value]) => [name, String(value)].some(namesMark))) ||
  (typeof description === 'string' && mark.test(description))

const namesMark = (text: string): boolean => mark.test(wordsOf(text).join(' '))
