// The architecture, as one table. A folder may import itself and what its row names; nothing else.
const adapter = ['server/ports', 'server/settings', 'server/log', 'contracts', 'domain']
const entry = ['server/compose', 'server/log', 'server/usecases', 'server/ports', 'contracts', 'domain']
const mayImport = {
  domain: [],
  contracts: ['domain'],
  'server/settings': [],
  'server/log': ['server/settings'],
  'server/ports': ['contracts', 'domain'],
  'server/usecases': ['server/ports', 'server/log', 'contracts', 'domain'],
  'server/persistence': adapter,
  'server/segment': adapter,
  'server/identity': adapter,
  'server/notify': adapter,
  'server/jobs': adapter,
  'server/judge': adapter,
  'server/secrets': adapter,
  'server/compose': [
    'server/persistence',
    'server/segment',
    'server/identity',
    'server/notify',
    'server/jobs',
    'server/judge',
    'server/secrets',
    'server/ports',
    'server/log',
    'server/settings',
  ],
  components: ['contracts', 'domain'],
  worker: entry,
  intake: entry,
  app: [...entry, 'components'],
  cli: ['contracts', 'domain'],
  launch: ['server/settings', 'server/log', 'prisma'],
  sandbox: [],
  testing: [
    'launch',
    'server/compose',
    'server/persistence',
    'server/ports',
    'server/settings',
    'contracts',
    'domain',
    'sandbox',
  ],
  e2e: ['launch', 'testing', 'contracts', 'domain', 'sandbox'],
  bench: ['testing', 'contracts', 'domain', 'sandbox'],
  prisma: [
    'server/compose',
    'server/usecases',
    'server/ports',
    'server/settings',
    'server/log',
    'contracts',
    'domain',
  ],
}
// Inside domain/ and components/ the same idea, one level down.
const domainMayImport = {
  plan: [],
  audit: ['plan'],
  sources: ['plan'],
  diff: ['plan'],
  validation: ['plan'],
  codegen: ['plan'],
  compatibility: ['plan', 'validation'],
  traffic: ['plan', 'validation'],
  merge: ['plan', 'diff'],
  publish: ['plan', 'diff'],
  promotion: ['plan', 'diff', 'merge'],
  lint: ['plan', 'traffic'],
  impact: ['plan', 'diff', 'validation', 'compatibility'],
  replay: ['plan', 'diff', 'validation', 'traffic'],
  violations: ['plan', 'validation', 'traffic', 'compatibility', 'replay'],
  review: ['plan', 'diff', 'impact', 'lint', 'merge', 'replay'],
  alerts: ['plan', 'violations', 'review'],
}
const componentsMayImport = {
  ui: [],
  data: ['ui'],
  schema: ['ui'],
  diff: ['ui', 'schema'],
  frame: ['ui', 'data'],
  repair: ['ui', 'data', 'diff'],
  targets: ['ui', 'data'],
  libraries: ['ui', 'data'],
  // one row for each screen folder; a screen never names another screen
  account: ['ui', 'data'],
  catalog: ['ui', 'data', 'schema', 'diff', 'repair', 'targets'],
  event: ['ui', 'data', 'schema', 'diff', 'repair'],
  drift: ['ui', 'data', 'diff'],
  'change-requests': ['ui', 'data', 'schema', 'diff'],
  violations: ['ui', 'data', 'schema'],
  sources: ['ui', 'data', 'libraries'],
  overview: ['ui', 'data', 'targets'],
  jobs: ['ui', 'data'],
  debugger: ['ui', 'data', 'libraries'],
  settings: ['ui', 'data', 'targets'],
}
// Who may touch which package.
const packageOwners = {
  '@prisma/(client|adapter-pg)': '^(server/persistence|prisma)/',
  '@segment/public-api-sdk-typescript': '^server/segment/gateway',
  ajv: '^(domain/validation/compile-schema|sandbox/|bench/|testing/described-answer)',
  next: '^(app|components|launch)/|^(proxy|instrumentation|next\\.config)\\.',
  react: '^(app|components)/',
  nodemailer: '^server/notify/mailer',
  'graphile-worker': '^(server/jobs/|launch/migrate)',
  'better-auth': '^(server/identity|components/data)/',
  '@tanstack/react-query': '^(app|components)/',
}
const ours = '^(' + Object.keys(mayImport).join('|') + ')(/|\\.)'
const inFolder = (f) => `^${f}(/|\\.tsx?$)`
const layerRules = (table, root, all) =>
  Object.entries(table).map(([from, to]) => ({
    name: `${root}${from}-imports-only-${to.join('-').replaceAll('/', '.') || 'itself'}`,
    severity: 'error',
    // Cases are tables and tools of tests; nothing that ships reaches them.
    from: { path: inFolder(root + from), pathNot: '\\.(test|cases)\\.tsx?$' },
    to: { path: all, pathNot: [from, ...to].map((f) => inFolder(root + f)) },
  }))
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...layerRules(mayImport, '', ours),
    ...layerRules(domainMayImport, 'domain/', '^domain/[^/]+/'),
    ...layerRules(componentsMayImport, 'components/', '^components/'),
    ...Object.entries(packageOwners).map(([pkg, owner]) => ({
      name: `only-its-owner-imports-${pkg}`,
      severity: 'error',
      from: { pathNot: [owner, '\\.(test|spec)\\.tsx?$'] },
      to: { path: `node_modules/${pkg}/` },
    })),
    {
      name: 'domain-package-allow-list',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.(test|cases)\\.tsx?$' },
      // one line a package, each used in one file
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(ajv|ajv-formats|compare-versions|re2js|@noble/hashes|temporal-polyfill)/',
      },
    },
    {
      name: 'browser-code-stays-browser-code',
      severity: 'error',
      comment: 'no validator and no Node modules in what ships to the browser',
      from: { path: '^(components|contracts)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^domain/validation/', reachable: true },
    },
    {
      name: 'no-node-modules-in-browser-code',
      severity: 'error',
      from: { path: '^(components|contracts)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '^(?!node_modules).*(^|/)index\\.tsx?$' },
    },
    {
      name: 'no-utils-folders',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|shared|misc)(/|\\.tsx?$)', pathNot: 'node_modules' },
    },
    {
      name: 'rules-stand-alone',
      severity: 'error',
      comment: 'a rule never imports another rule',
      from: { path: '^domain/(impact|lint)/rules/' },
      to: { path: '^domain/(impact|lint)/rules/' },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { pathNot: '^server/ports/' },
      to: { path: '^server/ports/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'cases-are-for-tests',
      severity: 'error',
      from: { pathNot: '\\.(test|cases)\\.tsx?$' },
      to: { path: '\\.cases\\.tsx?$' },
    },
    {
      name: 'no-dead-files',
      severity: 'error',
      comment: 'everything is reached from an entry point; the judge has one of its own, for its threads',
      from: {
        path: '^((app|worker|intake|cli|e2e|bench|prisma|launch)/|server/judge/thread\\.ts|(proxy|instrumentation)\\.)',
      },
      to: {
        path: '^(domain|contracts|server|components)/',
        pathNot: '\\.(test|cases)\\.tsx?$|/generated/|^server/judge/thread\\.ts$',
        reachable: false,
      },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^server/persistence/generated/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
