import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import rootManifest from '../package.json'
import manifest from './package.json'

const run = (command: string, args: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return { status, stdout, stderr }
}

test('the package can be packed, and installed and run where nothing else is', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], import.meta.dirname)
  expect(packed.status, packed.stderr).toBe(0)
  const [archive = ''] = readdirSync(folder)
  const home = join(folder, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{ "private": true }')
  const installed = run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, archive)],
    home,
  )
  expect(installed.status, installed.stderr).toBe(0)

  const bin = join(home, 'node_modules', '.bin', 'plumbline')
  expect(run(bin, ['--help'], home)).toMatchObject({ status: 0, stdout: expect.stringContaining('compare') })
  expect(run(bin, ['--version'], home).stdout).toBe(`${manifest.version}\n`)
  writeFileSync(join(home, 'a.json'), '{ "type": "number" }')
  writeFileSync(join(home, 'b.json'), '{ "type": "string" }')
  expect(run(bin, ['compare', 'a.json', 'b.json', '--format', 'json'], home)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('"witness":0'),
  })
  // Enough of them that threads are needed, which run the installed program, too.
  const pair = JSON.stringify({
    old: { pattern: '^(a|b)*a(a|b){20}$' },
    new: { pattern: '^(a|b)*b(a|b){21}$' },
  })
  writeFileSync(join(home, 'pairs.ndjson'), `${pair}\n`.repeat(8))
  const many = run(bin, ['compare', '--ndjson', 'pairs.ndjson'], home)
  expect(
    many.stdout
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line))[0]),
  ).toEqual(Array.from({ length: 8 }, () => 'verdict'))

  const inside = join(home, 'node_modules', '@plumbline', 'cli')
  expect(readdirSync(inside).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
  expect(readFileSync(join(inside, 'dist', 'THIRD-PARTY.txt'), 'utf8')).toMatch(/^ajv \d/m)
})

test('it has the version, the licence and the Node of the whole', () => {
  const { version, license, engines } = rootManifest
  expect(manifest).toMatchObject({ version, license, engines })
})

test('what its sources are built and tested with is what the whole is built and tested with', () => {
  expect(rootManifest.devDependencies).toMatchObject(manifest.devDependencies)
})
