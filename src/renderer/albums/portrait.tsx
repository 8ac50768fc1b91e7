import { useQuery } from '@tanstack/react-query'
import type { Shown } from '../../shared/albums/albums'
import { api } from '../api/client'
import { addressOf } from '../ui/photoAddress'

/** The picture of an honour's holder; undefined until it is there, and where there is none. */
function usePortrait({ id, photoId }: Shown): string | undefined {
  const found = useQuery({
    queryKey: ['honour-portrait', id, photoId],
    queryFn: async () => {
      const photo = await api.albums.portrait({ id })
      return photo ? addressOf(photo) : null
    },
    enabled: photoId !== null,
    // Pictures that scrolled by are let go of.
    gcTime: 30_000,
  })
  return found.data ?? undefined
}

/** A portrait in its frame; teams, and people without a photo, have a plate with their name. */
export function Portrait({ shown }: { readonly shown: Shown }) {
  const address = usePortrait(shown)
  if (address !== undefined) return <img className="wall-face" src={address} alt="" draggable={false} />
  return (
    <span
      className={shown.name.length > 5 ? 'wall-face wall-plate wall-plate-long' : 'wall-face wall-plate'}
      aria-hidden="true"
    >
      <b>{shown.name.length > 24 ? `${shown.name.slice(0, 23)}…` : shown.name}</b>
    </span>
  )
}

/** What the small seal says of an honour: its kind in two or three characters. */
export const sealOf = ({ kind }: Shown): string => (kind === '党内表彰' ? '表彰' : kind.replace('型', '').slice(0, 3))

export const yearWords = ({ on, posthumous }: Shown): string => `${on.slice(0, 4)}年${posthumous ? '追授' : '授予'}`
