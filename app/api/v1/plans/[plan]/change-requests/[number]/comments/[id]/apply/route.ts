import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { takeSuggestion } from '@/server/usecases/conversation/take-suggestion'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.applySuggestion, takeSuggestion),
})
