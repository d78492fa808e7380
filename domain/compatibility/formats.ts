/** What is known of a format without running it. */
export type FormatFacts = {
  /** A pattern that all its texts match. */
  readonly shape?: string
  /** A pattern all of whose texts it accepts. */
  readonly core?: string
  readonly examples: readonly string[]
  /** Formats that accept all that this one accepts. */
  readonly within?: readonly string[]
  /** The validator does not know it, so no single text can be judged. */
  readonly unchecked?: true
  /** How a text of any length is made: the middle is repeated. */
  readonly long?: readonly [before: string, middle: string, after: string]
}

/** RFC 3339, section 5.6, days of months and leap years included. */
const fullDate = [
  '(([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)',
  '|02-(0[1-9]|1[0-9]|2[0-8])))',
  '|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)',
].join('')
const fullTime = String.raw`([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])`
/** With leap seconds, whose hour depends on the zone, and zones as they are written carelessly. */
const likeTime = String.raw`[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([zZ]|[+-][0-9]{2}(:?[0-9]{2})?)`
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
const address4 = `${byte}(\\.${byte}){3}`
/** RFC 1123: up to 63 characters. */
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
/** RFC 3986, section 2, and the quotation mark, which some let pass. */
const uriCharacters = String.raw`[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%"-]*`
/** RFC 6901. */
const pointer = '(/([^~/]|~0|~1)*)*'

/**
 * The formats of JSON Schema draft-07, section 7.3, and the `uuid` that Segment's validator knows. Any other name is
 * an annotation, unless the validator used here gives it a meaning.
 */
const known: { readonly [format: string]: FormatFacts } = {
  date: {
    core: `^${fullDate}$`,
    shape: `^${fullDate}$`,
    examples: ['2024-01-31', '2024-02-29', '1999-12-31', '2000-01-01'],
  },
  time: {
    core: `^${fullTime}$`,
    long: ['10:00:00.', '0', 'Z'],
    shape: `^${likeTime}$`,
    examples: ['10:00:00Z', '23:59:59.123+01:00', '00:00:00-05:00'],
  },
  'date-time': {
    core: `^${fullDate}T${fullTime}$`,
    long: ['2024-01-31T10:00:00.', '0', 'Z'],
    shape: `^${fullDate}[tT\\x{9}-\\x{d} \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]${likeTime}$`,
    examples: [
      '2024-01-31T10:00:00Z',
      '1999-12-31T23:59:59.123+01:00',
      '2024-02-29T00:00:00.5Z',
      '2000-01-01t00:00:00z',
    ],
  },
  email: {
    core: String.raw`^[a-z0-9_+-]+(\.[a-z0-9_+-]+)*@([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]+$`,
    long: ['', 'a', '@b.co'],
    shape: '[^@]@[^@]+$',
    within: ['idn-email'],
    examples: ['a@b.co', 'someone@example.com', 'first.last+tag@sub.example.org', 'x_1@example.net'],
  },
  'idn-email': { unchecked: true, shape: '[^@]@[^@]+$', examples: ['a@b.co'] },
  hostname: {
    core: `^${label}(\\.${label}){0,2}$`,
    shape: '^[A-Za-z0-9][A-Za-z0-9.-]{0,253}$',
    within: ['idn-hostname'],
    examples: ['a', 'example.com', 'www.example.org', 'a-1.b2', 'localhost', '127.0.0.1'],
  },
  'idn-hostname': { unchecked: true, examples: ['a', 'example.com'] },
  ipv4: {
    core: `^${address4}$`,
    shape: `^${address4}$`,
    examples: ['1.2.3.4', '127.0.0.1', '255.255.255.255'],
  },
  ipv6: {
    core: `^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|::|::[0-9a-fA-F]{1,4}|[0-9a-fA-F]{1,4}::[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){6}${address4})$`,
    shape: `^([0-9a-fA-F]{0,4}:){2,8}([0-9a-fA-F]{0,4}|${address4})$`,
    examples: ['::1', '::', '2001:db8::1', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4'],
  },
  uri: {
    core: String.raw`^[a-z][a-z0-9+.-]*:(//[a-z0-9.-]+(:[0-9]{1,4})?|/?[A-Za-z0-9._~!$&'()*+,;=@-]+)(/[A-Za-z0-9._~!$&'()*+,;=:@-]+)*/?(\?[A-Za-z0-9._~=&-]*)?(#[A-Za-z0-9._~-]*)?$`,
    long: ['a:', 'a', ''],
    shape: `^[A-Za-z][A-Za-z0-9+.-]*:${uriCharacters}$`,
    within: ['uri-reference', 'iri', 'iri-reference'],
    examples: ['a:b', 'https://example.com/a?b=c#d', 'mailto:a@b.co', 'urn:a:b', 'http://a.b'],
  },
  'uri-reference': {
    core: String.raw`^([a-z][a-z0-9+.-]*:(//[a-z0-9.-]+)?)?(/?[A-Za-z0-9._~!$&'()*+,;=@-]+)*/?(\?[A-Za-z0-9._~=&-]*)?(#[A-Za-z0-9._~-]*)?$`,
    shape: `^${uriCharacters}$`,
    long: ['', 'a', ''],
    within: ['iri-reference'],
    examples: ['', 'a', '/a/b', '#a', '//example.com/a', 'https://example.com/a'],
  },
  iri: { unchecked: true, within: ['iri-reference'], examples: ['a:b', 'https://example.com/a'] },
  'iri-reference': { unchecked: true, examples: ['', 'a', '/a/b'] },
  'uri-template': {
    core: String.raw`^([A-Za-z0-9._~:/?&=;@!$()*+,#\[\]-]|\{[a-z]+\})*$`,
    shape: String.raw`^[^\x00-\x20"'<>\\^\x60]*$`,
    long: ['', 'a', ''],
    examples: ['', 'a', 'https://example.com/{id}', '{a}'],
  },
  'json-pointer': {
    core: `^${pointer}$`,
    long: ['/', 'a', ''],
    shape: `^${pointer}$`,
    examples: ['', '/a', '/a/0', '/a~1b'],
  },
  'relative-json-pointer': {
    core: `^(0|[1-9][0-9]*)(#|${pointer})$`,
    long: ['0/', 'a', ''],
    shape: `^(0|[1-9][0-9]*)(#|${pointer})$`,
    examples: ['0', '1/a', '2#', '0/a/b'],
  },
  regex: {
    // Characters without a meaning of their own.
    core: String.raw`^[^\\^$.*+?()\[\]{}|/]*$`,
    long: ['', 'a', ''],
    examples: ['', 'a', '^a+$', '[a-z]'],
  },
  uuid: {
    core: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
    shape: '^([uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
    examples: ['123e4567-e89b-12d3-a456-426614174000', '00000000-0000-4000-8000-000000000000'],
  },
}

export const formatNames: readonly string[] = Object.keys(known)

export const isKnownFormat = (format: string): boolean => Object.hasOwn(known, format)

export const formatFacts = (format: string): FormatFacts =>
  Object.hasOwn(known, format) ? (known[format] ?? { examples: [] }) : { examples: [] }

/** Texts of many kinds, to find one that a format or a strange pattern takes or refuses. */
export const sampleTexts: readonly string[] = [
  ...['', 'a', 'A', '0', ' ', 'ab', 'abc', 'x1', 'true', 'null', '-1', '1.5', 'hello world', 'é', '😀'],
  ...['foo', 'bar', 'USD', '+491234567', '%', '{', '(', 'a b:c', '\\', 'ünïcode@', '300.300.300.300'],
  ...Object.values(known).flatMap(({ examples }) => examples),
]
