import type { Rule } from '@/domain/plan/rule'

/** A plan as Segment writes it, schemas as they were received. A rule to a line, so that diffs stay small. */
export const planText = (rules: readonly Rule[]): string => {
  const lines = rules.map(({ type, key, version, schemaText }) => {
    const id = JSON.stringify(key === null ? { type, version } : { type, key, version })
    return `  ${id.slice(0, -1)},"jsonSchema":${schemaText}}`
  })
  return lines.length === 0 ? '{ "rules": [] }\n' : `{ "rules": [\n${lines.join(',\n')}\n] }\n`
}
