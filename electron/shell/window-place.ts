import { z } from 'zod'

export type Area = { x: number; y: number; width: number; height: number }

const savedPlace = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1), maximized: z.boolean() })
export type WindowPlace = z.infer<typeof savedPlace>

export const smallestWindow = { width: 960, height: 600 } as const
const usualWindow = { width: 1366, height: 768 } as const

/** Undefined for anything but what `JSON.stringify` of a place gives: a damaged file must not keep the window from opening. */
export function readWindowPlace(text: string): WindowPlace | undefined {
  try {
    return savedPlace.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Where the window opens: as it was left, if its title bar can still be reached on one of the screens; else centred on the first. */
export function placeWindow(saved: WindowPlace | undefined, screens: readonly Area[]): WindowPlace {
  const first = screens[0] ?? { x: 0, y: 0, ...usualWindow }
  if (saved && screens.some((screen) => isReachable(saved, screen)))
    return { ...saved, width: Math.max(saved.width, smallestWindow.width), height: Math.max(saved.height, smallestWindow.height) }
  const width = Math.min(usualWindow.width, first.width)
  const height = Math.min(usualWindow.height, first.height)
  const x = first.x + Math.floor((first.width - width) / 2)
  const y = first.y + Math.floor((first.height - height) / 2)
  return { x, y, width, height, maximized: first.width <= usualWindow.width }
}

const graspable = 80

const isReachable = ({ x, y, width }: Area, screen: Area): boolean =>
  x + width >= screen.x + graspable &&
  x <= screen.x + screen.width - graspable &&
  y >= screen.y &&
  y <= screen.y + screen.height - graspable
