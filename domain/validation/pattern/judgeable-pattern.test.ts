import { describe, expect, test } from 'vitest'
import { judgeablePattern } from './judgeable-pattern'

const fastUpTo = (pattern: string) => judgeablePattern(pattern).fastUpTo

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
    ['^(?i:ab)c$', ['abc', 'ABc', 'aBc'], ['abC']],
    ['^a(?i)b|c$', ['ab', 'aB', 'C'], ['Ab']],
    ['^(a(?i)b)c$', ['aBc'], ['aBC']],
    ['(?i)^a(?-i:b)$', ['Ab'], ['aB']],
    ['(?i)^[^k]$', ['x'], ['k', 'K', '\u212a']],
    ['(?i)^\\p{Lu}$', ['a', 'Ä', 'ä'], ['1']],
    ['^(?i:é)$', ['É', 'é'], ['e']],
    ['^(?s:.)(?U).$', ['\na'], ['a\n']],
    ['(?m)^b$', ['a\nb\nc', 'b'], ['ab', 'b\r']],
    ['(?m:^a$)\\z', ['b\na'], ['a\nb']],
    ['(?im)^B', ['a\nb'], ['ab']],
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
    const { matcher } = judgeablePattern(pattern)
    expect(yes.filter((text) => !matcher.test(text))).toEqual([])
    expect(no.filter((text) => matcher.test(text))).toEqual([])
  })

  test.each([
    ['^(?!a)', 'looks around'],
    ['(?<=a)b', 'looks around'],
    ['(a)\\1', 'refers back'],
    ['(?x)a', 'does not know'],
    ['(?i', 'does not know'],
    ['a{1001}', 'repeats'],
    ['a**', 'repeats a repetition'],
    ['(', 'does not end'],
    [')', 'not opened'],
    ['[z-a]', 'range'],
    ['\\d{1000}{1000}', 'repeats a repetition'],
    ['(\\d{100}){11}', 'repeats'],
    ['((a{2}){20}){30}', 'repeats'],
    [`^${'(a{1000})'.repeat(30)}$`, 'too large'],
  ])('%s is refused by name', (pattern, why) => expect(() => judgeablePattern(pattern)).toThrow(why))

  const always = Number.POSITIVE_INFINITY
  test.each([
    ['^[a-z_]+$', always],
    ['^[A-Z]{3}$', always],
    ['^\\d+(\\.\\d+)?$', always],
    ['^https?://', always],
    ['[0-9]{4}', always],
    ['(?i)^a+$', always],
    ['(?i)^a+B$', always],
    ['^[a-z]+(?:-[a-z]+){2}$', always],
    ['^[a-z0-9]+(-[a-z0-9]+)*$', always],
    ['^(a|b)+$', always],
    ['^([a-z]+,)*[a-z]+$', 316],
    ['^([a-z]+;)*END$', always],
    ['(?i)^a+A$', 316],
    ['^.*foo$', 316],
    ['^.{0,100}foo$', always],
    ['\\d+$', 316],
    ['^.*a.*b$', 46],
    ['^(\\w+\\s?)*$', 0],
    ['^(a+)+$', 0],
    ['(a|a)*b', 0],
    ['^(a|ab)*c$', 0],
    ['^(a?){30}a{30}$', 0],
  ] as const)('%s runs on the engine’s own regular expressions up to %s characters', (pattern, expected) =>
    expect(fastUpTo(pattern)).toBe(expected),
  )
})
