import { defineConfig } from 'prisma/config'

// `generate` needs no database; the commands that do are run with DATABASE_URL set.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://none:none@127.0.0.1:1/none' },
})
