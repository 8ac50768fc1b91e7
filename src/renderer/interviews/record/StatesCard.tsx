import { type TalkState, talkStates } from '../../../shared/interviews/interviews'
import type { RecordStore } from './record.store'
import { useRecord } from './useRecord'

const states = Object.entries(talkStates) as [TalkState, (typeof talkStates)[TalkState]][]

/** The three states as the talker saw them that day: words, and they may stay empty. */
export function StatesCard({ store }: { store: RecordStore }) {
  const details = useRecord(store, state => state.details)
  const { setDetails } = store.getState()
  return (
    <section className="itv-side-part" aria-labelledby="itv-states">
      <header>
        <h2 id="itv-states">三种状态</h2>
        <span>谈话人所见，可留空</span>
      </header>
      {states.map(([key, { title, words }]) => (
        <div key={key} className="itv-state" role="radiogroup" aria-label={title}>
          <span>{title}</span>
          <div>
            {words.map(word => (
              <button
                key={word}
                type="button"
                role="radio"
                aria-checked={details[key] === word}
                // A second click takes it back: nobody has to judge.
                onClick={() => setDetails({ [key]: details[key] === word ? '' : word })}
              >
                {word}
              </button>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
