import type { CommentStore } from '@/server/ports/comment-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'
import { readThreads } from './stored-threads'

export const commentStore = (client: Client): CommentStore => ({
  threads: (changeRequestId) => readThreads(client, changeRequestId),
  addThread: async (changeRequestId, { id, rule, pointer, at }) => {
    await client.commentThread.create({
      data: {
        id,
        changeRequestId,
        type: rule?.type ?? null,
        key: rule?.key ?? null,
        version: rule?.version ?? null,
        pointer,
        createdAt: new Date(at),
      },
    })
  },
  add: async (threadId, { id, by, at, body, suggestion }) => {
    await client.comment.create({
      data: {
        id,
        threadId,
        authorId: by,
        body: storableText(body),
        suggestionText: suggestion,
        createdAt: new Date(at),
      },
    })
  },
  edit: async (id, { body, at }) => {
    await client.comment.update({
      where: { id },
      data: { body: storableText(body), editedAt: new Date(at) },
    })
  },
  delete: async (id, at) => {
    const nothing = { body: '', suggestionText: null, appliedBy: null, appliedAt: null }
    await client.comment.update({ where: { id }, data: { ...nothing, deletedAt: new Date(at) } })
  },
  applied: async (id, appliedBy, at) => {
    await client.comment.update({ where: { id }, data: { appliedBy, appliedAt: new Date(at) } })
  },
  settle: async (threadId, resolved) => {
    await client.commentThread.update({
      where: { id: threadId },
      data: { resolvedBy: resolved?.by ?? null, resolvedAt: resolved ? new Date(resolved.at) : null },
    })
  },
})
