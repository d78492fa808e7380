import { ruleIdOf } from '../../plan/rule-id'
import { wordsOf } from '../../plan/words'
import type { LintRule } from '../lint-rule'

export const objectActionNames: LintRule = {
  id: 'object-action-name',
  title: 'Events are named by an object and what was done to it',
  why: 'A list of events can be read and searched when each says what happened to what: Order Completed.',
  check: ({ events }, found) =>
    events
      .filter(({ key }) => !isObjectAction(wordsOf(key)))
      .map((event) =>
        found(
          { rule: ruleIdOf(event) },
          `"${event.key}" does not say what was done to what, as in Order Completed.`,
        ),
      ),
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Verbs in the past that do not end in -ed. */
const irregular = setOf(
  'begun bought built chosen cut drawn driven found given gone heard held hidden hit kept left lost made met ' +
    'paid put read reset run seen sent set shown shut sold spent split sunk taken taught threw told undone unset won written',
)

/** Words that end in -ed and are no verbs in the past. */
const nouns = setOf(
  'bed bleed breed creed deed embed feed greed newsfeed need red reed seed shed sled speed weed',
)

/** What follows a verb as part of it, or leads on from it: Signed Up, Product Added to Cart. */
const particles = setOf(
  'about after against as at away back before between by down for from in into off on onto out over per through to ' +
    'under up via with within without',
)

const isPast = (word: string): boolean => irregular.has(word) || (word.endsWith('ed') && !nouns.has(word))

const isObjectAction = (words: readonly string[]): boolean => {
  const at = words.findLastIndex((word, i) => isPast(word) && leadsOn(words[i + 1]))
  // "Signed Up" needs no object.
  return at > 0 || (at === 0 && words.length > 1)
}

const leadsOn = (next: string | undefined): boolean => next === undefined || particles.has(next)
