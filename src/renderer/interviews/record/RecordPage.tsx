import { useEffect, useState } from 'react'
import type { Interview, InterviewId } from '../../../shared/interviews/interviews'
import type { VersionedKind } from '../../../shared/interviews/kinds'
import { api } from '../../api/client'
import { ErrorNote, Loading } from '../../ui/states'
import './record.css'
import { RecordView } from './RecordView'

/** Begins the talk, or goes on with it another day. What was kept is there, whatever ended the page before. */
export function RecordPage({ id }: { id: InterviewId }) {
  const [talk, setTalk] = useState<{ talk: Interview; kind: VersionedKind }>()
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let left = false
    async function begin(): Promise<void> {
      setError(null)
      const opened = await api.interviews.open({ id, heldOn: null })
      const versions = await api.interviews.kindVersions({ key: opened.header.kind })
      const kind = versions.find(each => each.kind.version === opened.kindVersion)?.kind
      if (!left && kind) setTalk({ talk: opened, kind })
    }
    begin().catch((failure: unknown) => {
      if (!left) setError(failure)
    })
    return () => {
      left = true
    }
  }, [id])
  if (error !== null) return <ErrorNote error={error} />
  return talk ? <RecordView key={id} talk={talk.talk} kind={talk.kind} /> : <Loading />
}
