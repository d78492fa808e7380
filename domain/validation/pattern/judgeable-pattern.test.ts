import { describe, expect, test } from 'vitest'
import { judgeablePattern } from './judgeable-pattern'

const isOnEngine = (pattern: string) => judgeablePattern(pattern) instanceof RegExp

describe('judgeablePattern', () => {
  test.each<[string, string[], string[]]>([
    ['^[A-F][0-9]+$', ['A1', 'F22'], ['G1', 'A', 'A1 ']],
    ['^\\d{4}-\\d{2}(-\\d{2})?$', ['2024-01', '2024-01-02'], ['2024-1', '2024-01-']],
    ['b', ['abc'], ['ac']],
    ['^(a|b)*c$', ['c', 'abac'], ['abad']],
    ['^(a+)+$', ['aaa'], [`${'a'.repeat(5000)}b`]],
    ['(x+x+)+y', ['xxy'], ['x'.repeat(2000)]],
    ['^[a-z0-9]+(-[a-z0-9]+)*$', ['a-b-c', 'abc'], ['-a', 'a--b']],
    ['(?i)^total$', ['TOTAL', 'Total'], ['totals']],
    ['(?i)^[^a]\\D$', ['bb'], ['Ab', 'ab']],
    ['^(?P<word>\\w+)$', ['abc_1'], ['é']],
    ['^.$', ['😀', '\r', '\u2028'], ['\n', 'ab', '']],
    ['^.$|x', ['x', 'xyz'], ['yz']],
    ['(?s)^.$', ['\n'], []],
    ['^\\s+$', [' \t\n\r\f'], ['\v', '\u00a0']],
    ['^\\pL+$', ['äß'], ['1']],
    ['^[^\\p{Lu}x]$', ['a'], ['A', 'x']],
    ['\\bcat\\b', ['a cat.'], ['concat', 'cats']],
    ['^[[:alpha:]_]+$', ['a_B'], ['1']],
    ['\\Aa\\z', ['a'], ['ab', 'ba']],
    ['^a{0,3}b{2,}$', ['bb', 'aaabbb'], ['aaaabb', 'b']],
    ['^[]a]$', [']', 'a'], ['b']],
    ['a{,2}', ['a{,2}'], ['aa']],
    ['', ['', 'a'], []],
    ['^(|a)b$', ['b', 'ab'], ['aab']],
  ])('%s', (pattern, yes, no) => {
    const matcher = judgeablePattern(pattern)
    expect(yes.filter((text) => !matcher.test(text))).toEqual([])
    expect(no.filter((text) => matcher.test(text))).toEqual([])
  })

  test.each([
    ['^(?!a)', 'looks around'],
    ['(?<=a)b', 'looks around'],
    ['(a)\\1', 'refers back'],
    ['a{1001}', 'repeats'],
    ['a**', 'repeats a repetition'],
    ['(', 'does not end'],
    [')', 'not opened'],
    ['[z-a]', 'range'],
    ['\\d{1000}{1000}', 'repeats a repetition'],
    ['((\\d{100}){100}){100}', 'too large'],
  ])('%s is refused by name', (pattern, why) => expect(() => judgeablePattern(pattern)).toThrow(why))

  test.each([
    ['^[a-z_]+$', true],
    ['^[A-Z]{3}$', true],
    ['^\\d+(\\.\\d+)?$', true],
    ['^https?://', true],
    ['(?i)^a+$', true],
    ['(?i)^a+A$', false],
    ['^[a-z]+(?:-[a-z]+){2}$', true],
    ['^(a|b)+$', false],
    ['^.*foo$', false],
    ['\\d+$', false],
    ['^(\\w+\\s?)*$', false],
  ])('%s runs on the engine’s own regular expressions: %s', (pattern, expected) =>
    expect(isOnEngine(pattern)).toBe(expected),
  )
})
