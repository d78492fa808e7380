import type { GroupStore } from '@/server/ports/group-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'

export const groupStore = (client: Client): GroupStore => ({
  list: (workspaceId) =>
    client.reviewerGroup.findMany({
      where: workspaceId === undefined ? {} : { workspaceId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  lock: async (workspaceId) => {
    await client.$queryRaw`select 1 from workspace where id = ${workspaceId} for no key update`
  },
  find: (id) => client.reviewerGroup.findUnique({ where: { id } }),
  save: async ({ id, workspaceId, name, members }) => {
    const set = { name: storableText(name), members: [...members] }
    await client.reviewerGroup.upsert({
      where: { id },
      create: { id, workspaceId, ...set },
      update: set,
    })
  },
  remove: async (id) => {
    await client.reviewerGroup.deleteMany({ where: { id } })
  },
})
