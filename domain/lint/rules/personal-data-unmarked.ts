import { isJsonObject, type JsonObject } from '../../plan/json'
import { isFlag } from '../is-flag'
import type { LintRule } from '../lint-rule'
import { isProperty, type PlannedSchema } from '../linted-rule'
import { remembered } from '../remembered'
import { wordsOf } from '../words'

export const personalData: LintRule = {
  id: 'personal-data-unmarked',
  title: 'Personal data is marked as such',
  why: 'Whoever connects a destination has to see that it would receive personal data.',
  checkEach: () => {
    const isPersonalName = remembered((name) => personal.test(wordsOf(name).join(' ')))
    return ({ properties, holding }, found) => {
      const personalOnes = new Set<PlannedSchema>([
        ...properties.filter(({ name, schema }) => isPersonalName(name) && !isFlag(schema)),
        ...holding('format').filter(({ schema }) => personalFormats.has(schema.format)),
      ])
      if (personalOnes.size === 0) return []
      // What stands inside an address is told, and marked, with the address.
      const isCovered = ({ above }: PlannedSchema): boolean =>
        above !== null &&
        ((isProperty(above) && (personalOnes.has(above) || isMarked(above.schema))) || isCovered(above))
      return [...personalOnes]
        .filter(isProperty)
        .filter((property) => !isMarked(property.schema) && !isCovered(property))
        .map((property) =>
          found(
            property,
            `"${property.name}" looks like personal data. Mark it by a label such as pii, or say so in its description.`,
          ),
        )
    }
  },
}

const people =
  '(account holder|billing|buyer|client|contact|customer|employee|guest|lead|member|owner|patient|person|recipient|sender|shipping|student|user|visitor|work|home)'
const data =
  '((e ?)?mail( address)?|(first|last|full|middle|given|family|birth|maiden) ?name|surname|(mobile |cell )?(phone|telephone)( (number|no))?|mobile( number)?|ssn|social security( number)?|passport( (number|no))?|drivers? licen[cs]e( number)?|national id|tax id|birth ?(day|date)|date of birth|dob|(street |home |postal )?address|address (line )?\\d|street|zip( code)?|post ?code|postal code|ip( address)?|password|latitude|longitude)'
const personal = new RegExp(`^(${people} )?${data}$`)

const personalFormats: ReadonlySet<unknown> = new Set(['email', 'idn-email', 'ipv4', 'ipv6'])

const mark = /\b(pii|phi|personal|personally|privacy|sensitive|gdpr)\b/i

const isMarked = ({ labels, description }: JsonObject): boolean =>
  (isJsonObject(labels) &&
    Object.entries(labels).some(([name, value]) => [name, String(value)].some(namesMark))) ||
  (typeof description === 'string' && mark.test(description))

const namesMark = (text: string): boolean => mark.test(wordsOf(text).join(' '))
