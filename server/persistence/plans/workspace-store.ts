import { z } from 'zod'
import type { Workspace, WorkspaceStore } from '@/server/ports/workspace-store'
import type { Client } from '../client'
import type { Workspace as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { StoredProblem } from '../rows/problem'
import { storableText } from '../rows/storable-text'
import { jsonOrNull, parsedOrNull } from '../rows/stored-json'

export const workspaceStore = (client: Client): WorkspaceStore => ({
  list: async () =>
    (await client.workspace.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toWorkspace),
  find: async (id) => orNull(await client.workspace.findUnique({ where: { id } })),
  findBySegmentId: async (segmentId, apiUrl) =>
    orNull(await client.workspace.findUnique({ where: { segmentId_apiUrl: { segmentId, apiUrl } } })),
  add: async (workspace) => {
    await client.workspace.create({
      data: {
        ...workspace,
        name: storableText(workspace.name),
        slug: storableText(workspace.slug),
        problem: jsonOrNull(workspace.problem),
      },
    })
  },
  replaceToken: async (id, tokenSealed, name) => {
    await client.workspace.update({ where: { id }, data: { tokenSealed, name: storableText(name) } })
  },
  setApiUrl: async (id, apiUrl) => {
    await client.workspace.update({ where: { id }, data: { apiUrl } })
  },
  setProblem: async (id, problem) => {
    await client.workspace.update({ where: { id }, data: { problem: jsonOrNull(problem) } })
  },
  remove: async (id) => {
    await client.workspace.deleteMany({ where: { id } })
  },
})

const orNull = (row: Row | null) => row && toWorkspace(row)

const toWorkspace = (row: Row): Workspace => ({
  id: row.id,
  segmentId: row.segmentId,
  name: row.name,
  slug: row.slug,
  region: Region.parse(row.region),
  apiUrl: row.apiUrl,
  tokenSealed: row.tokenSealed,
  demo: row.demo,
  problem: parsedOrNull(StoredProblem, row.problem),
  connectedAt: instant(row.connectedAt),
})

const Region = z.enum(['us', 'eu'])
