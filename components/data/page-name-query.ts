import { queryOptions, skipToken } from '@tanstack/react-query'

/**
 * What the page at this path is called where the path itself does not tell, for the breadcrumb. The page hands it over
 * with what it has read; nothing asks for it by itself.
 */
export const pageNameQuery = (pathname: string) =>
  queryOptions<string>({ queryKey: ['page-name', pathname], queryFn: skipToken })
