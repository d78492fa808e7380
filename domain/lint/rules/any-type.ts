import type { LintRule } from '../lint-rule'

export const anyType: LintRule = {
  id: 'any-type',
  title: 'Every property says what it holds',
  why: 'Where anything is allowed, nothing can be checked and nothing relied on.',
  severity: 'warning',
  check: ({ properties }) =>
    properties
      .filter(({ schema }) => !says.some((keyword) => Object.hasOwn(schema, keyword)))
      .map(({ rule, pointer, name }) => ({ rule, pointer, message: `"${name}" may hold anything` })),
}

const says = ['type', 'enum', 'const', '$ref', 'anyOf', 'allOf', 'oneOf', 'not', 'if', 'properties', 'items']
