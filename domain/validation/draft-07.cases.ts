import type { Json } from '../plan/json'

/** What the specification says, a schema a row, with values that it accepts and refuses. */
export type Draft07Case = readonly [
  what: string,
  schema: Json,
  accepted: readonly Json[],
  refused: readonly Json[],
]

const json = (text: string): Json => JSON.parse(text) as Json
const everyKind: readonly Json[] = [null, true, 0, 1.5, '', 'a', [], [1], {}, { a: 1 }]
const except = (...kinds: Json[]) =>
  everyKind.filter((value) => !kinds.some((kind) => JSON.stringify(kind) === JSON.stringify(value)))

/** JSON Schema draft-07: core section 4.3.1, validation section 6, keyword by keyword. */
export const draft07Cases: readonly Draft07Case[] = [
  ['true', true, everyKind, []],
  ['false', false, [], everyKind],
  ['an empty schema', {}, everyKind, []],
  ['unknown keywords', { labels: { a: 'b' }, isNewProperty: true, minimun: 5 }, everyKind, []],
  [
    'annotations',
    { title: 'a', description: 'b', default: 1, examples: [2], readOnly: true, $comment: 'c' },
    everyKind,
    [],
  ],

  // 6.1.1 type
  ['type null', { type: 'null' }, [null], except(null)],
  ['type boolean', { type: 'boolean' }, [true, false], except(true)],
  ['type string', { type: 'string' }, ['', 'a', '1'], except('', 'a')],
  ['type number', { type: 'number' }, [0, -1, 1.5, 1e300], except(0, 1.5)],
  ['type integer', { type: 'integer' }, [0, -1, 1, 1e20, json('1.0')], except(0)],
  ['type array', { type: 'array' }, [[], [1]], except([], [1])],
  ['type object', { type: 'object' }, [{}, { a: 1 }], except({}, { a: 1 })],
  ['several types', { type: ['string', 'null'] }, ['a', null], except('', 'a', null)],
  ['a list of one type', { type: ['integer'] }, [3], [3.5, '3']],

  // 6.1.2 enum, 6.1.3 const
  ['enum', { enum: [1, 'a', null, false] }, [1, 'a', null, false, json('1.0')], [2, 'b', true, 0, [], {}]],
  [
    'enum of objects and lists',
    { enum: [{ a: 1, b: [2] }, [1, 2], []] },
    [{ b: [2], a: 1 }, [1, 2], []],
    [{ a: 1 }, [2, 1], {}, { a: 1, b: [2], c: 3 }, [[]]],
  ],
  [
    'enum tells false from 0 and [false] from [0]',
    { enum: [false, [false]] },
    [false, [false]],
    [0, [0], null],
  ],
  ['enum tells true from 1', { enum: [1, [1]] }, [1, [1]], [true, [true]]],
  [
    'enum of what objects inherit',
    json('{"enum":[{"constructor":{"a":1}},{"valueOf":1},{"toString":2}]}'),
    [json('{"constructor":{"a":1}}'), json('{"valueOf":1}'), json('{"toString":2}')],
    [json('{"constructor":{"a":2}}'), json('{"valueOf":2}'), {}],
  ],
  [
    'enum with a key called __proto__',
    json('{"enum":[{"__proto__":1}]}'),
    [json('{"__proto__":1}')],
    [{}, json('{"__proto__":2}')],
  ],
  ['const', { const: 2 }, [2, json('2.0')], [3, '2', [2]]],
  ['const null', { const: null }, [null], [0, false, '', {}]],
  [
    'const object',
    { const: { a: [1, { b: null }] } },
    [{ a: [1, { b: null }] }],
    [{ a: [1, { b: 0 }] }, { a: [{ b: null }, 1] }],
  ],
  ['const zero', { const: 0 }, [0, -0], [false, '', [], {}]],
  [
    'const with a line break and a zero character',
    { const: 'a\u0000\nb' },
    ['a\u0000\nb'],
    ['a\nb', 'a\u0000b'],
  ],

  // 6.2 numbers
  ['multipleOf', { multipleOf: 2 }, [0, 10, -4, 'a', null], [7, 1.5]],
  ['multipleOf a decimal fraction', { multipleOf: 0.01 }, [19.99, 0.07, 4.35, 0], [0.015, 1e-3]],
  ['multipleOf a small number', { multipleOf: 0.0001 }, [0.0075], [0.00751]],
  ['multipleOf on what is too large to divide', { type: 'integer', multipleOf: 0.123456789 }, [], [1e308]],
  ['maximum', { maximum: 3 }, [3, 2.9, -5, '9', [9]], [3.01, 4]],
  ['exclusiveMaximum', { exclusiveMaximum: 3 }, [2.99, 'a'], [3, 4]],
  ['minimum', { minimum: -2 }, [-2, 0, '-9'], [-2.001, -3]],
  ['exclusiveMinimum', { exclusiveMinimum: 1.1 }, [1.2, null], [1.1, 0]],
  ['both lower bounds', { minimum: 1, exclusiveMinimum: 1 }, [1.5], [1]],

  // 6.3 texts
  ['maxLength', { maxLength: 2 }, ['', 'ab', 123, [1, 2, 3], '😀😀'], ['abc', '😀😀😀']],
  ['maxLength as 2.0', json('{"maxLength":2.0}'), ['ab'], ['abc']],
  ['minLength', { minLength: 2 }, ['ab', '😀😀', 1, {}], ['a', '', '😀']],
  ['minLength on half characters', { minLength: 3 }, ['\ud800\ud800\ud800'], ['\ud800a']],
  ['pattern finds anywhere', { pattern: 'a+' }, ['xaax', 'a', 5, null], ['xyz', '']],
  ['pattern with anchors', { pattern: '^a*$' }, ['', 'aaa', true], ['ab', 'b']],
  ['pattern with astral characters', { pattern: '^😀*$' }, ['', '😀😀'], ['😀a']],

  // 6.4 lists
  ['items for all', { items: { type: 'integer' } }, [[], [1, 2], { 0: 'a' }, 'a'], [['a'], [1, 1.5]]],
  ['items false', { items: false }, [[], 'a'], [[1], [null]]],
  ['items true', { items: true }, [[], [1, 'a']], []],
  [
    'items by position',
    { items: [{ type: 'integer' }, { type: 'string' }] },
    [[], [1], [1, 'a'], [1, 'a', null]],
    [['a'], [1, 2]],
  ],
  ['items by position with booleans', { items: [true, false] }, [[], [1]], [[1, 2]]],
  [
    'additionalItems',
    { items: [{}], additionalItems: { type: 'integer' } },
    [[], ['a'], ['a', 1]],
    [['a', 'b']],
  ],
  ['additionalItems false', { items: [{}, {}], additionalItems: false }, [[], [1], [1, 2]], [[1, 2, 3]]],
  ['additionalItems beside one schema for all', { items: {}, additionalItems: false }, [[1, 2, 3]], []],
  ['additionalItems without items', { additionalItems: false }, [[1, 2], 'a'], []],
  ['maxItems', { maxItems: 2 }, [[], [1, 2], 'abc', { a: 1 }], [[1, 2, 3]]],
  ['minItems', { minItems: 1 }, [[1], '', {}], [[]]],
  [
    'uniqueItems',
    { uniqueItems: true },
    [[], [1], [1, 2], ['1', 1], [{ a: 1 }, { a: 2 }], [[1], [true]], [0, false], [null, 0], 'aa'],
    [
      [1, 1],
      [1, json('1.0')],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[1], [1]],
      [null, null],
    ],
  ],
  [
    'uniqueItems false',
    { uniqueItems: false },
    [
      [1, 1],
      [{}, {}],
    ],
    [],
  ],
  [
    'uniqueItems with what objects inherit',
    { uniqueItems: true },
    [[json('{"valueOf":1}'), json('{"valueOf":2}')]],
    [
      [json('{"valueOf":1}'), json('{"valueOf":1}')],
      [json('{"constructor":{}}'), json('{"constructor":{}}')],
    ],
  ],
  [
    'uniqueItems beside positions',
    { items: [{ type: 'boolean' }, { type: 'boolean' }], uniqueItems: true, additionalItems: false },
    [[true, false]],
    [
      [true, true],
      [true, false, 1],
    ],
  ],
  ['contains', { contains: { minimum: 5 } }, [[1, 5], [9], 'a', {}], [[], [1, 2]]],
  ['contains true', { contains: true }, [[null], {}], [[]]],
  ['contains false', { contains: false }, ['a', {}], [[], [1]]],
  [
    'contains beside positions',
    { items: [{ type: 'integer' }], contains: { const: 'x' } },
    [[1, 'x']],
    [[], [1], ['x']],
  ],

  // 6.5 objects
  ['maxProperties', { maxProperties: 1 }, [{}, { a: 1 }, [1, 2], 'ab'], [{ a: 1, b: 2 }]],
  ['maxProperties 0', { maxProperties: 0 }, [{}], [{ a: 1 }]],
  ['minProperties', { minProperties: 1 }, [{ a: 1 }, [], ''], [{}]],
  ['required', { required: ['a', 'b'] }, [{ a: null, b: 1 }, [], 'x', 3], [{}, { a: 1 }]],
  ['required of nothing', { required: [] }, everyKind, []],
  [
    'required names with signs',
    { required: ['a"b', 'c\\d', 'e/f', 'g~h', 'i\nj', '😀'] },
    [{ 'a"b': 1, 'c\\d': 1, 'e/f': 1, 'g~h': 1, 'i\nj': 1, '😀': 1 }],
    [{ 'a"b': 1 }],
  ],
  [
    'required of what objects inherit',
    { required: ['toString', 'constructor', 'hasOwnProperty'] },
    [json('{"toString":1,"constructor":2,"hasOwnProperty":3}')],
    [{}, json('{"toString":1,"constructor":2}')],
  ],
  ['required of __proto__', json('{"required":["__proto__"]}'), [json('{"__proto__":null}')], [{}, { a: 1 }]],
  [
    'properties',
    { properties: { a: { type: 'integer' }, b: { type: 'string' } } },
    [{}, { a: 1 }, { a: 1, b: 'x', c: [] }, [], 'a'],
    [{ a: 'x' }, { b: 1 }],
  ],
  [
    'properties with booleans',
    { properties: { a: true, b: false } },
    [{}, { a: 1 }],
    [{ b: null }, { a: 1, b: 2 }],
  ],
  [
    'properties with signs',
    { properties: { 'a"b': { type: 'null' }, 'c/d': { type: 'null' }, 'e\nf': { type: 'null' } } },
    [{ 'a"b': null, 'c/d': null, 'e\nf': null }],
    [{ 'a"b': 1 }, { 'c/d': 1 }, { 'e\nf': 1 }],
  ],
  [
    'properties that objects inherit',
    json(
      '{"properties":{"constructor":{"type":"number"},"toString":{"properties":{"length":{"type":"string"}}}}}',
    ),
    [{}, [], json('{"constructor":1}')],
    [json('{"constructor":"a"}'), json('{"toString":{"length":1}}')],
  ],
  [
    'a property called __proto__',
    json('{"properties":{"__proto__":{"type":"number"}}}'),
    [{}, json('{"__proto__":1}'), { a: 'x' }],
    [json('{"__proto__":"a"}')],
  ],
  [
    'a property called __proto__ in a closed object',
    json(
      '{"properties":{"__proto__":{"type":"number"}},"patternProperties":{"^__proto__$":{"minimum":3}},"additionalProperties":false}',
    ),
    [{}, json('{"__proto__":3}')],
    [json('{"__proto__":2}'), json('{"__proto__":"a"}'), { a: 1 }],
  ],
  ['a property called $ref', { properties: { $ref: { type: 'string' } } }, [{ $ref: 'a' }], [{ $ref: 2 }]],
  [
    'properties called as keywords',
    {
      properties: {
        required: { type: 'boolean' },
        type: { enum: [1] },
        id: { type: 'string' },
        $id: { type: 'null' },
      },
    },
    [{ required: true, type: 1, id: 'a', $id: null }],
    [{ required: 'a' }, { type: 2 }, { id: 1 }, { $id: 'x' }],
  ],
  [
    'patternProperties',
    { patternProperties: { '^a': { type: 'integer' }, b$: { minimum: 5 } } },
    [{}, { a: 1 }, { ab: 6, c: 'x' }, [], 'ab'],
    [{ ax: 'y' }, { ab: 2 }, { xb: 1 }],
  ],
  [
    'patternProperties with booleans',
    { patternProperties: { '^a': true, '^b': false } },
    [{ a: 1, c: 2 }],
    [{ b: 1 }, { a: 1, b: 2 }],
  ],
  [
    'patternProperties tells case',
    { patternProperties: { X_: { type: 'string' } } },
    [{ x_: 1 }],
    [{ aX_b: 1 }],
  ],
  [
    'additionalProperties false',
    { properties: { a: {} }, patternProperties: { '^v': {} }, additionalProperties: false },
    [{}, { a: 1, vx: 2 }, [], 'x'],
    [{ b: 1 }],
  ],
  [
    'additionalProperties as a schema',
    { properties: { a: {} }, additionalProperties: { type: 'boolean' } },
    [{ a: 1 }, { b: true }],
    [{ b: 1 }],
  ],
  [
    'additionalProperties by itself',
    { additionalProperties: { type: 'null' } },
    [{}, { a: null }],
    [{ a: 1 }],
  ],
  [
    'additionalProperties does not look into allOf',
    { allOf: [{ properties: { a: {} } }], additionalProperties: { type: 'boolean' } },
    [{ a: true }],
    [{ a: 1 }],
  ],
  [
    'dependencies on names',
    { dependencies: { a: ['b', 'c'] } },
    [{}, { b: 1 }, { a: 1, b: 2, c: 3 }, [], 'a'],
    [{ a: 1 }, { a: 1, b: 2 }],
  ],
  ['dependencies on no names', { dependencies: { a: [] } }, [{}, { a: 1 }], []],
  [
    'dependencies on schemas',
    { dependencies: { a: { properties: { b: { type: 'integer' } } }, c: false, d: true } },
    [{}, { a: 1, b: 2 }, { b: 'x' }, { d: 1 }],
    [{ a: 1, b: 'x' }, { c: 1 }],
  ],
  [
    'dependencies of __proto__',
    json('{"dependencies":{"__proto__":["a"]}}'),
    [{}, json('{"__proto__":1,"a":2}')],
    [json('{"__proto__":1}')],
  ],
  [
    'propertyNames',
    { propertyNames: { maxLength: 3, pattern: '^[a-z]+$' } },
    [{}, { abc: 1 }, [], 'long text'],
    [{ abcd: 1 }, { A: 1 }],
  ],
  ['propertyNames false', { propertyNames: false }, [{}, []], [{ a: 1 }]],

  // 6.6 conditions
  ['if and then', json('{"if":{"minimum":10},"then":{"multipleOf":10}}'), [1, 20, 'a'], [15]],
  ['if and else', json('{"if":{"type":"string"},"else":{"type":"null"}}'), ['a', null], [1, {}]],
  [
    'if, then and else',
    json('{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}'),
    [{ a: 1, b: 2 }, { c: 1 }],
    [{ a: 1 }, {}, { a: 1, c: 2 }],
  ],
  [
    'if alone, then alone, else alone',
    json('{"allOf":[{"if":false},{"then":false},{"else":false}]}'),
    everyKind,
    [],
  ],
  [
    'if true and if false',
    json('{"allOf":[{"if":true,"then":{"type":"integer"}},{"if":false,"else":{"minimum":2}}]}'),
    [2],
    [1, 'a'],
  ],

  // 6.7 combinations
  ['allOf', { allOf: [{ minimum: 2 }, { maximum: 4 }], multipleOf: 1 }, [2, 3, 4, 'a'], [1, 5, 2.5]],
  ['allOf with false', { allOf: [true, false] }, [], everyKind],
  [
    'anyOf',
    { anyOf: [{ type: 'string', maxLength: 2 }, { type: 'integer' }] },
    ['ab', 7],
    ['abc', 1.5, null],
  ],
  ['anyOf with true', { anyOf: [true, false] }, everyKind, []],
  ['oneOf', { oneOf: [{ type: 'integer' }, { minimum: 2 }] }, [1, 2.5, 'a'], [3, 1.5]],
  ['oneOf with all true', { oneOf: [true, true] }, [], everyKind],
  ['oneOf with one true', { oneOf: [false, true, false] }, everyKind, []],
  ['not', { not: { type: ['integer', 'boolean'] } }, ['a', null, 1.5], [1, true]],
  ['not of what is closed', { properties: { a: { not: {} } } }, [{}, { b: 1 }], [{ a: 1 }]],
  ['not of not', { not: { not: { type: 'string' } } }, ['a'], [1, null]],
  [
    'combinations in each other',
    { allOf: [{ anyOf: [{ oneOf: [{ const: 1 }, { const: 2 }] }, { type: 'null' }] }] },
    [1, 2, null],
    [3, 'a'],
  ],

  // Core, section 8: references
  [
    'a reference to the whole',
    { properties: { next: { $ref: '#' } }, additionalProperties: false },
    [{}, { next: { next: {} } }],
    [{ other: 1 }, { next: { other: 1 } }],
  ],
  [
    'a reference into definitions',
    { definitions: { whole: { type: 'integer' } }, properties: { a: { $ref: '#/definitions/whole' } } },
    [{ a: 1 }],
    [{ a: 'x' }],
  ],
  [
    'a reference to a property and an item',
    { items: [{ type: 'integer' }, { $ref: '#/items/0' }] },
    [[1, 2]],
    [[1, 'a']],
  ],
  [
    'a reference with escapes',
    {
      definitions: { 'a/b~c%d': { type: 'null' } },
      properties: { x: { $ref: '#/definitions/a~1b~0c%25d' } },
    },
    [{ x: null }],
    [{ x: 1 }],
  ],
  [
    'references through references',
    {
      definitions: { a: { type: 'integer' }, b: { $ref: '#/definitions/a' } },
      allOf: [{ $ref: '#/definitions/b' }],
    },
    [5],
    ['a'],
  ],
  [
    'what stands beside a reference is ignored',
    { definitions: { a: { type: 'array' } }, properties: { x: { $ref: '#/definitions/a', maxItems: 1 } } },
    [{ x: [1, 2] }],
    [{ x: 'a' }],
  ],
  [
    'a reference inside enum is a value',
    { enum: [{ $ref: '#/definitions/a' }] },
    [{ $ref: '#/definitions/a' }],
    [{}, 1],
  ],
  [
    'a reference to true and to false',
    {
      definitions: { yes: true, no: false },
      properties: { a: { $ref: '#/definitions/yes' }, b: { $ref: '#/definitions/no' } },
    },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  [
    'an identifier in the schema',
    {
      $id: 'http://a.test/root.json',
      definitions: { a: { $id: '#here', type: 'integer' } },
      properties: { x: { $ref: '#here' } },
    },
    [{ x: 1 }],
    [{ x: 'a' }],
  ],
  [
    'a tree',
    {
      definitions: {
        node: {
          type: 'object',
          properties: {
            value: { type: 'number' },
            below: { type: 'array', items: { $ref: '#/definitions/node' } },
          },
          required: ['value'],
        },
      },
      $ref: '#/definitions/node',
    },
    [{ value: 1, below: [{ value: 2, below: [] }] }],
    [{ value: 1, below: [{ below: [] }] }],
  ],

  // Section 7: formats
  [
    'format date-time',
    { format: 'date-time' },
    [
      '2024-02-29T12:30:00Z',
      '2024-05-06T07:08:09.123+02:00',
      '1998-12-31T23:59:60Z',
      '2024-05-06t07:08:09z',
      5,
      null,
    ],
    ['2024-05-06', '2023-02-29T00:00:00Z', '2024-05-06T07:08:09', '2024-13-01T00:00:00Z', '06/05/2024'],
  ],
  ['format date', { format: 'date' }, ['2024-02-29', 1], ['2023-02-29', '2024-2-9', '2024-02-30']],
  ['format time', { format: 'time' }, ['08:30:06Z', '08:30:06.28+01:00'], ['8:30', '24:00:00Z', '08:30:06']],
  [
    'format email',
    { format: 'email' },
    ['ann@shop.example', 'a+b@c.d.example', {}],
    ['ann', '@shop.example', 'a@b@c', 'a b@c.example'],
  ],
  [
    'format hostname',
    { format: 'hostname' },
    ['shop.example', 'xn--nxasmq6b.example'],
    ['-a.example', 'a_b.example', 'a..b', `${'a'.repeat(64)}.example`],
  ],
  ['format ipv4', { format: 'ipv4' }, ['192.0.2.7'], ['192.0.2', '192.0.2.256', '192.0.2.07', 'a']],
  [
    'format ipv6',
    { format: 'ipv6' },
    ['::1', '2001:db8::ff00:42:8329', '::ffff:192.0.2.7'],
    ['12345::', '1:2', '::1::', 'a'],
  ],
  [
    'format uri',
    { format: 'uri' },
    ['https://shop.example/a?b=c#d', 'urn:a:b', 'mailto:a@b.example'],
    ['/a', 'a b', '//shop.example/a', ':a'],
  ],
  [
    'format uri-reference',
    { format: 'uri-reference' },
    ['/a', '#b', 'https://shop.example/'],
    ['\\\\a', 'a b'],
  ],
  [
    'format uri-template',
    { format: 'uri-template' },
    ['https://shop.example/{id}', 'a'],
    ['https://shop.example/{id'],
  ],
  ['format json-pointer', { format: 'json-pointer' }, ['', '/a/b~0c', '/a~1b'], ['a', '/a~', '/a~2']],
  [
    'format relative-json-pointer',
    { format: 'relative-json-pointer' },
    ['1', '0/a', '2#'],
    ['/a', '-1', '01/a'],
  ],
  ['format regex', { format: 'regex' }, ['^a+$', '[a-z]'], ['(', '[z-a]', '*']],
  [
    'format uuid',
    { format: 'uuid' },
    ['2eb8aa08-aa98-11ea-b4aa-73b441d16380'],
    ['2eb8aa08', '2eb8aa08aa9811eab4aa73b441d16380'],
  ],
  ['an unknown format', { format: 'colour' }, everyKind, []],
]
