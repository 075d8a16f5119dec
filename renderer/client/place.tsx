import {
  createHashHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
  useLocation,
  useNavigate,
  type AnyRouter,
} from '@tanstack/react-router'
import { pageIds, type PageId } from './page-ids.ts'
import { useCallback, useMemo, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

/**
 * Where a person is: a page and what is set on it. It stands in the address, so that a reload and the way back lose nothing.
 * `period` and `trace` go along from page to page; every other param belongs to its page. `trace` is `unit/input` of a figure
 * whose origin is shown beside the page.
 */
export type PlaceParams = Readonly<Record<string, string | undefined>>
export type Place = { page: PageId; params: PlaceParams }

type PlaceDoors = Place & {
  /** False where the address names no page, as when the application was just opened. */
  isNamed: boolean
  /** Another one after every step in the history, forth or back; what only replaces an address is none. */
  step: number
  /** Goes to a page with exactly these params and the period. */
  go: (page: PageId, params?: PlaceParams, options?: { replace?: boolean }) => void
  /** Sets params of this page, undefined takes one away; `replace` leaves no step in the history, for what is typed. */
  set: (changes: PlaceParams, options?: { replace?: boolean }) => void
}

const isPage = (value: string): value is PageId => pageIds.some((id) => id === value)

const textParams = (search: Record<string, unknown>): PlaceParams =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

export function usePlace(): PlaceDoors {
  const location = useLocation()
  const navigate = useNavigate()
  const first = location.pathname.slice(1)
  const page = isPage(first) ? first : 'overview'
  const params = useMemo(() => textParams(location.search as Record<string, unknown>), [location.search])
  const go = useCallback(
    (to: PageId, given: PlaceParams = {}, { replace = false }: { replace?: boolean } = {}) => {
      void navigate({ to: `/${to}`, search: { period: params['period'], ...given }, replace })
    },
    [navigate, params],
  )
  const set = useCallback(
    (changes: PlaceParams, { replace = false }: { replace?: boolean } = {}) => {
      void navigate({ to: `/${page}`, search: { ...params, ...changes }, replace })
    },
    [navigate, page, params],
  )
  return { page, isNamed: isPage(first), step: location.state['__TSR_index'], params, go, set }
}

type PlaceLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & { page: PageId; params?: PlaceParams }

/** A real link: it can be reached by keyboard and shows where it leads. */
export function PlaceLink({ page, params = {}, children, ...rest }: PlaceLinkProps) {
  const { go, params: here } = usePlace()
  const search = Object.entries({ period: here['period'], ...params }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.shiftKey || event.metaKey || event.button !== 0) return
    event.preventDefault()
    go(page, params)
  }
  return (
    <a {...rest} href={`#/${page}${search.length > 0 ? `?${search.join('&')}` : ''}`} onClick={follow}>
      {children}
    </a>
  )
}

const plainSearch = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(Object.entries(textParams(search)).map(([name, value]) => [name, value ?? ''])).toString()
  return text === '' ? '' : `?${text}`
}

const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

/** The address is a fragment, so that the host serves one page and the window's scheme needs no rules. */
export function createPlaces(frame: () => ReactNode): AnyRouter {
  const root = createRootRoute({ component: frame, notFoundComponent: () => null })
  return createRouter({
    routeTree: root,
    history: createHashHistory(),
    // Params are texts as they are typed: `2026` stays a text, and nothing is quoted in the address.
    stringifySearch: plainSearch,
    parseSearch: readSearch,
  })
}

export const Places = ({ router }: { router: AnyRouter }): ReactNode => <RouterProvider router={router} />
