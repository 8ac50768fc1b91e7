import type { ReactNode } from 'react'
import { Seal } from '../ui/marks'
import { ItPolicyTrouble } from './ItPolicyTrouble'
import './start.css'

interface StartFrameProps {
  side: ReactNode
  wide?: boolean
  children: ReactNode
}

/** The ground of every page that stands before the workspace. */
export function StartFrame({ side, wide = false, children }: StartFrameProps) {
  return (
    <main className="start">
      <div className={wide ? 'start-desk start-desk-wide' : 'start-desk'}>
        {side}
        <div className="start-body">
          <ItPolicyTrouble />
          {children}
        </div>
      </div>
      <p className="start-foot">
        <Seal />
        数据加密存放在本机，不连接网络
      </p>
    </main>
  )
}

/** Words written downwards, as a unit's name hangs beside its door. */
export function Plaque({ text }: { text: string }) {
  const length = [...text].length
  const size = length > 26 ? 'small' : length > 14 ? 'middle' : 'large'
  return (
    <div className={`start-plaque start-plaque-${size}`}>
      <p>{text}</p>
    </div>
  )
}
