import type { LintRule } from '../lint-rule'

export const tooManyProperties: LintRule = {
  id: 'too-many-properties',
  title: 'No event has more properties than anybody fills in',
  why: 'Beyond a hundred nobody keeps them right, and a call has to stay below 32 kB.',
  checkEach:
    () =>
    ({ id, properties }, found) => {
      const count = properties.length
      if (count <= most) return []
      return [
        found(
          { rule: id },
          `${count} properties are planned. Keep those that somebody reads, or split the event.`,
        ),
      ]
    },
}

const most = 100
