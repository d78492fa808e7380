import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

const named = (...names: string[]) => names.map((name) => anEvent(name, { a: text }))

finds('dynamic-event-name', [
  [
    'an id',
    named('Viewed Product 12345', 'Opened 3fa85f64-5717-4562-b3fc-2c963f66afa6'),
    ['Viewed Product 12345', 'Opened 3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  ],
  ['a quoted part', named('Opened "Home"', "Clicked 'Buy now'"), ['Opened "Home"', "Clicked 'Buy now'"]],
  ['a date', named('Sale 2024-12-24 Seen'), ['Sale 2024-12-24 Seen']],
  [
    'an address',
    named('Opened https://shop.example', 'Invited ann@shop.example'),
    ['Opened https://shop.example', 'Invited ann@shop.example'],
  ],
  [
    'a template',
    named('Opened \u0024{page}', 'Opened {{page}}', 'Opened <page>', 'Opened %s'),
    ['Opened \u0024{page}', 'Opened {{page}}', 'Opened <page>', 'Opened %s'],
  ],
  [
    'what was missing when the name was made',
    named('Opened undefined', 'Saw [object Object]'),
    ['Opened undefined', 'Saw [object Object]'],
  ],
  [
    'a step, a dimension, a percentage',
    named('Step 2 Completed', 'Converted to 3D', '50% Watched', 'Top 10 Viewed'),
    [],
  ],
  ['quotes that are no pair', named('5" Screen Chosen', `Screen "12' Chosen`), []],
  ['apostrophes', named("Today's Offer Isn't Shown", 'Can’t Pay Won’t Pay Shown'), []],
  [
    'plain words',
    named('Address Added', 'Facebook Connected', 'Price < 10 Chosen', '[Admin] Page Viewed'),
    [],
  ],
])
