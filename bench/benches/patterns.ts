import { judgeablePattern } from '@/domain/validation/pattern/judgeable-pattern'
import type { Bench } from '../figure'
import { median, medianRatio, takeTurns } from '../take-turns'

/** What properties of tracking plans are limited to, with a text of the usual length. */
const patterns: readonly (readonly [pattern: string, text: string])[] = [
  ['^[A-Z]{3}$', 'EUR'],
  ['^[A-Z]{2}$', 'SE'],
  ['^[a-z]{2}(-[A-Z]{2})?$', 'en-GB'],
  ['^[A-Z]{3}-[0-9]{4,8}$', 'ABC-123456'],
  ['^[a-z0-9]+(-[a-z0-9]+)*$', 'summer-sale-24'],
  ['^[a-z]+(_[a-z]+)*$', 'order_completed'],
  ['^https?://', 'https://shop.example/checkout?step=2'],
  ['^https://[^/ ]+(/[^ ]*)?$', 'https://shop.example/checkout?step=2'],
  ['^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', '2eb8aa08-aa98-11ea-b4aa-73b441d16380'],
  ['^[^@ ]+@[^@ ]+\\.[^@ ]+$', 'ann@shop.example'],
  ['^.+@.+\\..+$', 'ann@shop.example'],
  ['^\\d+\\.\\d+\\.\\d+$', '4.12.0'],
  ['^v?\\d+(\\.\\d+){0,2}$', 'v4.12'],
  ['^\\d{4}-\\d{2}-\\d{2}$', '2024-05-06'],
  ['^\\+?[0-9 ()-]{6,20}$', '+46 8 123 456'],
  ['^(card|cash|invoice)$', 'invoice'],
  ['^#[0-9a-fA-F]{6}$', '#a0b1c2'],
  ['^.*\\.(jpg|png|webp)$', 'picture-of-a-seat.webp'],
  ['^\\S+$', 'anything-without-spaces'],
  ['\\d+$', 'order-1234'],
  ['(?i)^(yes|no)$', 'YES'],
  ['^[\\w.-]+$', 'com.example.shop'],
  ['^([A-Za-z]+ ?)+$', 'Order Completed'],
  ['^(\\w+\\s?)*$', 'two words'],
]

export const patternsBench: Bench = {
  name: 'patterns',
  title: 'Patterns with the meaning of RE2, against the engine’s own regular expressions as they stand',
  run: ({ rounds }) => {
    const judged = patterns.map(([pattern, text]) => ({ ...judgeablePattern(pattern), pattern, text }))
    const own = patterns.map(([pattern, text]) => ({
      form: new RegExp(pattern.replace(/^\(\?i\)/, '')),
      text,
    }))
    let sink = 0
    const turns = takeTurns(rounds + 1, () => [
      {
        anchor: () => {
          for (let i = 0; i < 20_000; i += 1)
            for (const { form, text } of own) sink += form.test(text) ? 1 : 0
        },
        product: () => {
          for (let i = 0; i < 20_000; i += 1)
            for (const { matcher, text } of judged) sink += matcher.test(text) ? 1 : 0
        },
      },
    ])
    const always = judged.filter(({ fastUpTo }) => fastUpTo === Number.POSITIVE_INFINITY)
    const onSlow = judged.filter(({ fastUpTo, text }) => fastUpTo < text.length)
    return {
      figures: [
        {
          name: 'all patterns',
          unit: 'ms',
          anchor: { what: 'the engine’s own', value: median(turns.anchor) },
          product: { what: 'ours', value: median(turns.product) },
          ratio: medianRatio(turns),
          goal: { atMost: 2 },
        },
      ],
      notes: [
        {
          name: 'share',
          value: `${always.length} of ${judged.length} always on the engine’s own, ${judged.length - always.length - onSlow.length} up to a length that is longer than the usual text, ${onSlow.length} on the automaton: ${onSlow.map(({ pattern }) => pattern).join('  ')}`,
        },
        { name: 'counted', value: String(sink) },
      ],
    }
  },
}
