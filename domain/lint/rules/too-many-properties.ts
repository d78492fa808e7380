import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'

export const tooManyProperties: LintRule = {
  id: 'too-many-properties',
  title: 'No event has more properties than anybody fills in',
  why: 'Beyond a hundred nobody keeps them right, and a call has to stay below 32 kB.',
  severity: 'info',
  check: ({ properties }) =>
    [...grouped(properties, ({ rule }) => `${rule.type} ${rule.version} ${rule.key}`).values()].flatMap(
      (ofRule) =>
        ofRule.length > most && ofRule[0]
          ? [{ rule: ofRule[0].rule, message: `${ofRule.length} properties are planned` }]
          : [],
    ),
}

const most = 100
