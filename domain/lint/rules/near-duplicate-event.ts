import { ruleIdOf } from '../../plan/rule-id'
import { sameness } from '../../plan/words'
import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'
import { nearMisses } from '../near-misses'
import { remembered } from '../remembered'

export const nearDuplicateEvents: LintRule = {
  id: 'near-duplicate-event',
  title: 'No two events have nearly the same name',
  why: 'Names are matched letter by letter: half of the calls will land on the wrong one.',
  check: ({ events }, found) => {
    // Versions of one event have its name.
    const named = [...new Map(events.map((rule) => [rule.key, rule])).values()]
    const same = remembered(sameness)
    const alike = grouped(named, ({ key }) => same(key))
    const misspelt = nearMisses([...alike.keys()].map((name) => name.split(' ')))
    return named.flatMap((event) => {
      const near = [same(event.key), ...(misspelt.get(same(event.key)) ?? [])]
      const others = near.flatMap((name) => alike.get(name) ?? []).map(({ key }) => key)
      return others.length === 1
        ? []
        : [
            found(
              { rule: ruleIdOf(event) },
              messageOn(
                event.key,
                others.filter((key) => key !== event.key),
              ),
            ),
          ]
    })
  },
}

const mostNamed = 3

const messageOn = (name: string, others: readonly string[]): string => {
  const named = others.slice(0, mostNamed).map((other) => `"${other}"`)
  const more = others.length - named.length
  return `"${name}" is nearly ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Keep one of them.`
}
