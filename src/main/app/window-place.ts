const DEFAULT = { width: 1280, height: 800 }

/** The remembered place if a screen still shows enough of it to take hold of, else the default in the middle. */
export function visiblePlace(
  place: { x: number; y: number; width: number; height: number } | null,
  areas: readonly { x: number; y: number; width: number; height: number }[],
): { x?: number; y?: number; width: number; height: number } {
  if (!place) return DEFAULT
  const shows = areas.some(area => {
    const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
    const height = Math.min(place.y + place.height, area.y + area.height) - Math.max(place.y, area.y)
    return width >= 200 && height >= 100 && place.y >= area.y - 8
  })
  return shows ? place : { width: place.width, height: place.height }
}
