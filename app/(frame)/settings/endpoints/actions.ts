'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { CreateEndpoint } from '@/contracts/endpoint'
import { createEndpoint as runCreate } from '@/server/usecases/violations/create-endpoint'
import { deleteEndpoint as runDelete } from '@/server/usecases/violations/delete-endpoint'
import { rotateEndpoint as runRotate } from '@/server/usecases/violations/rotate-endpoint'

const Id = z.object({ id: z.string() })

export const createEndpoint = defineAction(CreateEndpoint, runCreate)
export const rotateEndpoint = defineAction(Id, runRotate)
export const deleteEndpoint = defineAction(Id, runDelete)
