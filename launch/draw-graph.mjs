import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Draws who imports whom, folder by folder, from the code itself, into docs/architecture.md between two markers.
const root = join(import.meta.dirname, '..')
const file = join(root, 'docs', 'architecture.md')
const [begin, end] = ['<!-- drawn by npm run graph -->', '<!-- end of drawing -->']

const folders = [
  'app',
  'components',
  'worker',
  'cli',
  'server',
  'contracts',
  'domain',
  'launch',
  'prisma',
  'sandbox',
].filter((folder) => existsSync(join(root, folder)))
const drawing = execFileSync(
  process.execPath,
  [
    join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'mermaid'],
    ...['--include-only', `^(${folders.join('|')})/`, '--exclude', '\\.(test|cases)\\.tsx?$|/generated/'],
    ...['--collapse', '^(server/[^/.]+|[^/]+)', ...folders],
  ],
  { cwd: root, encoding: 'utf8' },
)

const text = readFileSync(file, 'utf8')
const [start, stop] = [text.indexOf(begin), text.indexOf(end)]
if (start === -1 || stop < start) {
  console.error(`docs/architecture.md needs the lines ${begin} and ${end}.`)
  process.exit(1)
}
const before = text.slice(0, start + begin.length)
writeFileSync(file, `${before}\n\n\`\`\`mermaid\n${drawing.trim()}\n\`\`\`\n\n${text.slice(stop)}`)
