import { detectors } from '@/domain/traffic/mask/detectors'
import { behaviourCases } from '@/domain/validation/segment-behaviour.cases'
import { segmentBehaviours } from '@/domain/validation/segment-behaviours.cases'

/** `docs/twin.md`, made from the registries and from nothing else. */
export const twinPage = (): string =>
  [
    '# Judging as Segment does, and masking',
    '',
    'Made from the registries by `npm run docs:rules`; a test holds it equal to them. Do not edit it by hand.',
    '',
    '## How a call is judged',
    '',
    'The *twin* (`domain/validation/compile-plan.ts`) judges a call as Segment Protocols does, in this order. Each row says',
    'where it is taken from, in our own words; *inferred* means that Segment does not say so and it follows from what can be',
    'seen. Pages are those of Segment’s public documentation.',
    '',
    '| what | how | from | evidence |',
    '| --- | --- | --- | --- |',
    ...segmentBehaviours.map(
      ({ title, says, source, evidence }) => `| **${title}** | ${says} | ${source} | ${evidence} |`,
    ),
    '',
    'For example:',
    '',
    ...segmentBehaviours.flatMap(({ id, title }) => [
      `- ${title}:`,
      ...behaviourCases[id].map(
        ({ when, found }) =>
          `  - when ${when}: ${found.length === 0 ? 'nothing is wrong' : found.map((one) => `\`${one}\``).join(', ')}`,
      ),
    ]),
    '',
    '## What is masked',
    '',
    'Before a call is written anywhere, what the plan marks as personal (a label or a description that says so, a format such',
    'as `email`) and what stands under a telling name (`password`, `first_name`, `userId` …) is covered. Beyond that, these',
    'detectors look at texts, at whole numbers, at names, at addresses and at JSON inside of texts:',
    '',
    '| what | it takes |',
    '| --- | --- |',
    ...detectors.map(({ title, takes }) => `| **${title}** | ${takes} |`),
    '',
    'Letters become `x`, digits `1`: types, lengths and forms are kept, so an e-mail address stays one. Free text that looks',
    'like none of these stays as it is: mark such properties in the plan.',
    '',
  ].join('\n')
