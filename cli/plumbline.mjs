#!/usr/bin/env node
import { createRequire } from 'node:module'
import { ensureBuilt } from './ensure-built.mjs'

const program = await ensureBuilt().catch((error) => {
  process.stderr.write(`plumbline: could not be built: ${error.message}. Has "npm ci" been run?\n`)
  process.exit(2)
})
createRequire(import.meta.url)(program)
